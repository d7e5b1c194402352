import { createHash } from "node:crypto";
import type { Claim, Incident, IncidentToll, Story } from "@annalist/core";
import { sql } from "kysely";
import { actorKey } from "./actors.ts";
import type { Database, Transaction } from "./database.ts";
import { note } from "./moment.ts";
import type { LinkedItem, Replaced } from "./store.ts";
import { indexed } from "./words.ts";

/** Words of an incident that are searched: enough for a hundred quotations. */
const MOST_WORDS = 8000;

/**
 * The new incidents and stories against the current ones: what is the same keeps its row, so that a small addition to a
 * large record writes little, and the rows of the past stay for whoever asks for a past moment.
 */
export async function replaceLinked(db: Database, items: Iterable<LinkedItem> | AsyncIterable<LinkedItem>): Promise<Replaced> {
  return db.write(async (transaction) => {
    const { run } = transaction;
    const left = {
      incident: new Map(
        (await run<Current>(sql`select id, key, hash from incidents where until is null`)).map((row) => [row.id, row]),
      ),
      story: new Map(
        (await run<Current>(sql`select id, key, hash from stories where until is null`)).map((row) => [row.id, row]),
      ),
    };
    const result: Replaced = { added: 0, changed: 0, removed: 0, unchanged: 0 };
    // One number for the whole of it: the record goes from one state to the next.
    let seq: number | undefined;
    const next = async () => {
      seq ??= (await note(transaction, "incidents", "")).seq;
      return seq;
    };
    for await (const { item, claims = [] } of items) {
      const body = JSON.stringify(item);
      const hash = createHash("sha256").update(body).update(JSON.stringify(claims)).digest("base64url");
      const before = left[item.kind].get(item.id);
      left[item.kind].delete(item.id);
      if (before?.hash === hash) {
        result.unchanged++;
        continue;
      }
      if (before) await end(transaction, item.kind, before.key, await next());
      if (item.kind === "incident") await putIncident(db, transaction, item, claims, { body, hash, seq: await next() });
      else await putStory(transaction, item, { body, hash, seq: await next() });
      if (before) result.changed++;
      else result.added++;
    }
    for (const kind of ["incident", "story"] as const) {
      for (const { key } of left[kind].values()) {
        await end(transaction, kind, key, await next());
        result.removed++;
      }
    }
    if (seq !== undefined)
      await run(sql`update changes set subject = ${String(result.added + result.changed + result.removed)} where seq = ${seq}`);
    return result;
  });
}

interface Current {
  id: string;
  key: number;
  hash: string;
}

async function end({ run }: Transaction, kind: "incident" | "story", key: number, seq: number): Promise<void> {
  await run(sql`update ${sql.table(kind === "incident" ? "incidents" : "stories")} set until = ${seq} where key = ${key}`);
}

async function putStory(
  { run }: Transaction,
  story: Story,
  { body, hash, seq }: { body: string; hash: string; seq: number },
): Promise<void> {
  await run(sql`insert into stories (id, hash, body, since) values (${story.id}, ${hash}, ${body}, ${seq})`);
}

async function putIncident(
  db: Database,
  transaction: Transaction,
  incident: Incident,
  claims: readonly Claim[],
  { body, hash, seq }: { body: string; hash: string; seq: number },
): Promise<void> {
  const { run } = transaction;
  const place = incident.places[0];
  const date = incident.dates[0];
  const tolls = tollsOf(incident.tolls);
  const [killed, injured] = [tolls.get("killed"), tolls.get("injured")];
  const reports = new Set(incident.members.map(({ report }) => report)).size;
  const [row] = await run<{ key: number }>(
    sql`insert into incidents (id, hash, body, type, mode, status, origins, reports, day, last_day, place, country, latitude, longitude,
        precision, killed_low, killed_high, injured_low, injured_high, since)
      values (${incident.id}, ${hash}, ${body}, ${incident.type}, ${incident.mode ?? null}, ${incident.status}, ${incident.origins}, ${reports},
        ${date?.earliest ?? ""}, ${date?.latest ?? ""}, ${place?.name ?? null}, ${place?.country ?? null}, ${place?.latitude ?? null},
        ${place?.longitude ?? null}, ${place?.precision ?? null}, ${killed?.low ?? null}, ${killed?.high ?? null},
        ${injured?.low ?? null}, ${injured?.high ?? null}, ${seq}) returning key`,
  );
  const key = row?.key as number;
  for (const role of ["actor", "recipient"] as const) {
    for (const actor of role === "actor" ? incident.actors : incident.recipients) {
      await run(
        sql`insert into incident_actors (incident, role, actor, name, country, sector, reports)
          values (${key}, ${role}, ${actorKey(actor)}, ${actor.name}, ${actor.country ?? null}, ${actor.sector ?? null}, ${actor.reports})
          on conflict do nothing`,
      );
    }
  }
  for (const [outcome, { low, high }] of tolls)
    await run(sql`insert into incident_tolls (incident, outcome, low, high) values (${key}, ${outcome}, ${low}, ${high})`);
  for (const { report, event } of incident.members)
    await run(sql`insert into incident_members (incident, report, event) values (${key}, ${report}, ${event ?? null})`);
  for (const [n, claim] of claims.entries()) {
    await run(
      sql`insert into claims (incident, n, attribute, value, report, body)
        values (${key}, ${n}, ${claim.attribute}, ${claim.value}, ${claim.report}, ${JSON.stringify(claim)})`,
    );
  }
  await run(db.vocabulary.putWords("incidents", key, indexed(await wordsOf(transaction, incident, claims))));
}

/** Per outcome the lowest and highest figure that any source gives. */
function tollsOf(tolls: readonly IncidentToll[]): Map<IncidentToll["outcome"], { low: number; high: number }> {
  const found = new Map<IncidentToll["outcome"], { low: number; high: number }>();
  for (const { outcome, low, best, high } of tolls) {
    const known = found.get(outcome);
    const most = high ?? best;
    found.set(outcome, { low: Math.min(low, known?.low ?? low), high: Math.max(most, known?.high ?? most) });
  }
  return found;
}

/** What an incident is found by: its names, the headlines of its reports and the words that its claims were read from. */
async function wordsOf({ run }: Transaction, incident: Incident, claims: readonly Claim[]): Promise<string> {
  const { type, mode, places, actors, recipients, members } = incident;
  const words = new Set([
    type,
    mode ?? "",
    ...[...places, ...actors, ...recipients].map(({ name }) => name),
    ...places.flatMap(({ admin1 }) => admin1 ?? []),
  ]);
  for (const report of new Set(members.slice(0, 60).map(({ report }) => report))) {
    const quoted = claims.filter((claim) => claim.report === report);
    const [row] = await run<{ title: string; text: string }>(
      sql`select v.title, ${quoted.length > 0 ? sql`v.text` : sql`'' as text`} from versions v join reports r on r.key = v.report
        where r.id = ${report} and v.until is null`,
    );
    if (!row) continue;
    words.add(row.title);
    for (const { start, end } of quoted.slice(0, 20)) words.add(row.text.slice(start, end));
  }
  return [...words].join("\n").slice(0, MOST_WORDS);
}
