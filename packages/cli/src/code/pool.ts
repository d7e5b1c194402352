import type { Report } from "@annalist/core";
import type { Fault, Item } from "@annalist/ingest";
import type { Coder } from "./coder.ts";

/** One item of the input, coded: what to print, and what to complain of. */
export interface Result {
  text?: string;
  faults: Fault[];
  bytes: number;
}

/** Characters and reports that go to a worker at once: enough that the message costs little, few enough to stay even. */
const BATCH = { characters: 65_536, reports: 16 };

interface Batch {
  items: Item[];
  coded: Promise<Awaited<ReturnType<Coder["code"]>>>;
}

/**
 * Codes items as they come and yields their results in the order of the input. At most `coder.width` batches are under
 * way or waiting, so that memory does not grow with the input, whichever of reading, coding or printing is slow.
 */
export async function* inOrder(items: AsyncIterable<Item>, coder: Coder): AsyncGenerator<Result> {
  const under: Batch[] = [];
  for await (const batch of batches(items, coder.width > 1)) {
    const reports = batch.flatMap((item) => (item.kind === "report" ? [item.report] : []));
    const coded = coder.code(reports);
    coded.catch(() => {});
    under.push({ items: batch, coded });
    if (under.length >= coder.width) yield* resultsOf(under.shift() as Batch);
  }
  for (let batch = under.shift(); batch; batch = under.shift()) yield* resultsOf(batch);
}

async function* batches(items: AsyncIterable<Item>, many: boolean): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  let size = 0;
  for await (const item of items) {
    batch.push(item);
    size += item.kind === "report" ? item.report.text.length : 0;
    if (many && size < BATCH.characters && batch.length < BATCH.reports) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

async function* resultsOf({ items, coded }: Batch): AsyncGenerator<Result> {
  const answers = (await coded)[Symbol.iterator]();
  for (const item of items) {
    if (item.kind === "fault") yield { faults: [item], bytes: 0 };
    else {
      const answer = answers.next().value;
      if (answer && "text" in answer) yield { text: answer.text, faults: item.faults, bytes: item.bytes };
      else
        yield {
          faults: [...item.faults, { kind: "fault", where: whereOf(item.report), message: answer?.error ?? "not coded" }],
          bytes: item.bytes,
        };
    }
  }
}

const whereOf = ({ id }: Report) => `report ${JSON.stringify(id)}`;
