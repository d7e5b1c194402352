import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Decision, decide } from "../api/decisions.ts";
import { plain } from "../design/words.ts";

/** All that people decided of this incident, newest first; nothing is deleted, an undo is a decision too. */
export function History({ decisions }: { decisions: Decision[] }) {
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({ mutationFn: decide, onSuccess: () => queries.invalidateQueries() });
  return (
    <section aria-label="History">
      <h2>Decisions</h2>
      {decisions.length === 0 && <p className="quiet small">Nobody has decided anything of this incident.</p>}
      <ol className="history">
        {[...decisions].reverse().map((decision) => (
          <li key={decision.seq} data-undone={decision.undone ? "" : undefined}>
            <time dateTime={decision.at}>{decision.at.slice(0, 16).replace("T", " ")}</time>
            <b>{decision.kind}</b>
            <span>
              {plain(decision.who)}
              {decision.why && <q>{plain(decision.why)}</q>}
              {decision.undoes !== undefined && <small className="quiet"> takes back {decision.undoes}</small>}
              {decision.undone !== undefined && <small className="quiet"> taken back</small>}
            </span>
            {decision.kind !== "undo" && decision.undone === undefined && (
              <button
                type="button"
                className="link small"
                disabled={isPending}
                onClick={() => mutate({ kind: "undo", undoes: decision.seq, subject: decision.subject })}
              >
                undo
              </button>
            )}
          </li>
        ))}
      </ol>
      {error && (
        <p className="small bad" role="alert">
          {error.message}
        </p>
      )}
    </section>
  );
}
