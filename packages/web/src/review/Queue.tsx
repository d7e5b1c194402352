import type { Span } from "@annalist/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { decide, type NewDecision } from "../api/decisions.ts";
import { fetchReport } from "../api/reports.ts";
import type { QueueItem } from "../api/review.ts";
import { useKeys } from "../design/keys.ts";
import { Failure, Loading, TypeTag } from "../design/parts.tsx";
import { count, short } from "../design/words.ts";
import { Reading } from "../reader/Reading.tsx";
import { Correct } from "./Correct.tsx";
import { useCoder } from "./coder.ts";

interface Props {
  items: QueueItem[];
  total: number;
  blind: boolean;
  skip(key: string): void;
}
const keyOf = ({ report, event }: QueueItem) => `${report}\n${event}`;

/** The queue beside the report of its current event. a accepts, c corrects, x rejects, s leaves it for later. */
export function Queue({ items, total, blind, skip }: Props) {
  const [key, setKey] = useState<string>();
  const item = items.find((each) => keyOf(each) === key) ?? items[0]!;
  const [correcting, setCorrecting] = useState(false);
  const [selected, setSelected] = useState<Span>();
  const { name, local } = useCoder();
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ["report", item.report],
    queryFn: ({ signal }) => fetchReport(item.report, signal),
  });
  const event = data?.analysis.events.find(({ id }) => id === item.event);
  const {
    mutate,
    error: refused,
    isPending,
  } = useMutation({
    mutationFn: decide,
    onSuccess: (_decision, { kind }) => {
      if (kind === "correct") return queries.invalidateQueries({ queryKey: ["decisions"] });
      skip(keyOf(item));
      next();
      return queries.invalidateQueries({ queryKey: ["queue"] });
    },
  });
  const next = () => {
    const i = items.findIndex((each) => keyOf(each) === keyOf(item));
    setKey(items[i + 1] ? keyOf(items[i + 1]!) : undefined);
    setCorrecting(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another event, another selection
  useEffect(() => setSelected(undefined), [item.report, item.event]);
  const subject = { report: item.report, event: item.event, incident: item.incident, ...(event && { trigger: event.trigger }) };
  const send = (decision: Omit<NewDecision, "subject"> & { field?: string }) => {
    const { field, ...rest } = decision;
    mutate({ ...rest, subject: { ...subject, ...(field && { field }) }, ...(local && { as: name }) });
  };
  useKeys({
    a: () => !isPending && send({ kind: "accept" }),
    x: () => !isPending && send({ kind: "reject" }),
    c: () => setCorrecting(!correcting),
    s: () => {
      skip(keyOf(item));
      next();
    },
  });
  return (
    <div className="queue">
      <nav className="queue-list" aria-label="Queue">
        <p className="small quiet">
          {count(total, "event")} to look at{blind && ", blind"}
        </p>
        <ol>
          {items.map((each) => (
            <li key={keyOf(each)}>
              <button type="button" aria-current={each === item || undefined} onClick={() => setKey(keyOf(each))}>
                <TypeTag type={each.type} mode={each.mode} />
                <span className="queue-words">{short(each.words, 90)}</span>
                <small className="quiet">{each.reasons.join(" · ")}</small>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div className="queue-report">
        {error ? (
          <Failure error={error} />
        ) : data ? (
          <Reading key={keyOf(item)} report={data.report} analysis={data.analysis} at={item.event} select={setSelected} />
        ) : (
          <Loading what="Opening the report …" />
        )}
      </div>
      <div className="verdict" role="toolbar" aria-label="Verdict">
        <span className="small quiet verdict-why">{item.reasons.join(" · ")}</span>
        <button type="button" className="button primary" disabled={isPending} onClick={() => send({ kind: "accept" })}>
          Accept <kbd>a</kbd>
        </button>
        <button type="button" className="button" aria-pressed={correcting} onClick={() => setCorrecting(!correcting)}>
          Correct <kbd>c</kbd>
        </button>
        <button type="button" className="button" disabled={isPending} onClick={() => send({ kind: "reject" })}>
          Reject <kbd>x</kbd>
        </button>
        <button
          type="button"
          className="button bare"
          onClick={() => {
            skip(keyOf(item));
            next();
          }}
        >
          Later <kbd>s</kbd>
        </button>
        {refused && (
          <span className="small bad" role="alert">
            {refused.message}
          </span>
        )}
      </div>
      {correcting && event && data && (
        <Correct
          event={event}
          analysis={data.analysis}
          text={data.report.text}
          selected={selected}
          select={setSelected}
          send={(field, before, after) => send({ kind: "correct", field, before, after })}
          done={() => send({ kind: "accept" })}
        />
      )}
    </div>
  );
}
