import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { decide } from "../api/decisions.ts";
import { type Agreement, fetchAgreement } from "../api/review.ts";
import { Empty, Failure, Loading } from "../design/parts.tsx";
import { plain } from "../design/words.ts";
import { useCoder } from "./coder.ts";

/** How far coders agree, and where they do not: there somebody settles it. */
export function AgreementView() {
  const { data, error, refetch } = useQuery({ queryKey: ["agreement"], queryFn: ({ signal }) => fetchAgreement(signal) });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="Comparing the coders …" />;
  if (data.fields.every(({ units }) => units === 0))
    return (
      <Empty title="Nothing has been judged twice">
        <p>
          Let two coders work through the queue with “Blind” on: each under a name of their own, neither seeing the other’s
          decisions.
        </p>
      </Empty>
    );
  return (
    <div className="page">
      <section>
        <h2>Agreement of {data.coders.map(plain).join(", ")}</h2>
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">field</th>
                <th scope="col">Krippendorff’s α</th>
                <th scope="col">agreed</th>
                <th scope="col">judged twice</th>
              </tr>
            </thead>
            <tbody>
              {data.fields.map(({ field, alpha, agreed, units }) => (
                <tr key={field}>
                  <th scope="row">{field}</th>
                  <td>
                    {alpha === undefined ? (
                      <span className="quiet" title="all values are one and the same, or nothing was judged twice">
                        undefined
                      </span>
                    ) : (
                      <span className="alpha">
                        <b className="num">{alpha.toFixed(3)}</b>
                        <span className="scale" data-mark={markOf(alpha)} aria-hidden="true">
                          <i style={{ width: `${Math.max(0, alpha) * 100}%` }} />
                        </span>
                        <small className="quiet">{markOf(alpha)}</small>
                      </span>
                    )}
                  </td>
                  <td>{agreed}</td>
                  <td>{units}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="small quiet">
          Nominal differences; of figures, where both gave one, interval differences. 0.800 and 0.667 are Krippendorff’s own
          marks.
        </p>
      </section>
      <Differences list={data.disagreements} />
    </div>
  );
}

const markOf = (alpha: number) => (alpha >= 0.8 ? "reliable" : alpha >= 0.667 ? "tentative" : "not reliable");

function Differences({ list }: { list: Agreement["disagreements"] }) {
  const { name, local } = useCoder();
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({ mutationFn: decide, onSuccess: () => queries.invalidateQueries() });
  const open = list.filter(({ settled }) => settled === undefined).length;
  return (
    <section>
      <h2>
        Differences <small className="quiet">{open} open</small>
      </h2>
      <ul className="differences">
        {list.map(({ report, event, field, values, settled }) => (
          <li key={`${report}${event}${field}`}>
            <Link href={`/read/${encodeURIComponent(report)}?at=${encodeURIComponent(event)}`}>
              {plain(report)} {event}
            </Link>
            <b>{field}</b>
            <span className="choices">
              {values.map(({ who, value }) => (
                <button
                  key={who}
                  type="button"
                  className="button"
                  disabled={isPending}
                  aria-pressed={settled === value}
                  title={`${who} says so`}
                  onClick={() =>
                    mutate({
                      kind: "correct",
                      subject: { report, event, field },
                      before: Object.fromEntries(values.map((each) => [each.who, each.value])),
                      after: { value, label: value, settles: true },
                      why: "adjudicated",
                      ...(local && { as: name }),
                    })
                  }
                >
                  {plain(value) || "none"} <small className="quiet">{plain(who)}</small>
                </button>
              ))}
            </span>
            {settled !== undefined && <small className="quiet">settled</small>}
          </li>
        ))}
      </ul>
      {error && (
        <p className="small bad" role="alert">
          {error.message}
        </p>
      )}
    </section>
  );
}
