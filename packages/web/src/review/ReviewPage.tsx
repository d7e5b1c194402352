import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { fetchQueue } from "../api/review.ts";
import { Empty, Failure, Loading } from "../design/parts.tsx";
import { useTitle } from "../design/title.ts";
import { AgreementView } from "./Agreement.tsx";
import { useCoder } from "./coder.ts";
import { Queue } from "./Queue.tsx";
import { Suggestions } from "./Suggestions.tsx";
import "./review.css";

const VIEWS = [
  { id: "queue", name: "Queue" },
  { id: "agreement", name: "Agreement" },
  { id: "suggestions", name: "For the lexicon" },
] as const;

/** /review: what is worth a look, one after the other; how far coders agree; what the corrections teach. */
export default function ReviewPage({ view = "queue" }: { view?: string }) {
  useTitle("Review");
  return (
    <div className="review">
      <h1 className="hidden">Review</h1>
      <nav className="views" aria-label="Review">
        {VIEWS.map(({ id, name }) => (
          <Link key={id} href={id === "queue" ? "/review" : `/review/${id}`} aria-current={view === id ? "page" : undefined}>
            {name}
          </Link>
        ))}
        <Coder />
      </nav>
      {view === "agreement" ? <AgreementView /> : view === "suggestions" ? <Suggestions /> : <QueueView />}
    </div>
  );
}

/** Whose decisions these are; with an account, the account's. */
function Coder() {
  const { name, setName, local } = useCoder();
  const [search, setSearch] = useSearchParams();
  const blind = search.get("blind") === "1";
  return (
    <span className="coder">
      {local ? (
        <label>
          coding as <input className="field" value={name} maxLength={64} onChange={({ target }) => setName(target.value)} />
        </label>
      ) : (
        <span className="small">coding as {name}</span>
      )}
      <button
        type="button"
        className="button"
        aria-pressed={blind}
        title="two coders, neither sees what the other decided"
        onClick={() => setSearch(blind ? {} : { blind: "1" })}
      >
        Blind
      </button>
    </span>
  );
}

function QueueView() {
  const [search] = useSearchParams();
  const { name } = useCoder();
  const blind = search.get("blind") === "1";
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch } = useQuery({
    queryKey: ["queue", name, blind],
    queryFn: ({ signal }) => fetchQueue({ blind, as: name }, signal),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="Looking for what is worth a look …" />;
  const items = data.items.filter(({ report, event }) => !skipped.has(`${report}\n${event}`));
  if (items.length === 0)
    return (
      <Empty title="The queue is empty">
        <p>
          {blind
            ? "Every event here has been judged by two coders, or by you."
            : "Nothing is in doubt, in dispute or of high toll that nobody has looked at."}
        </p>
      </Empty>
    );
  return (
    <Queue
      items={items}
      total={data.total - skipped.size}
      blind={blind}
      skip={(key) => setSkipped((now) => new Set(now).add(key))}
    />
  );
}
