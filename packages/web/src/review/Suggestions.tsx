import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { fetchSuggestions } from "../api/review.ts";
import { Empty, Failure, Loading } from "../design/parts.tsx";
import { plain } from "../design/words.ts";

/** What the corrections say about the lexicon, most frequent first, to be taken into its files by hand. */
export function Suggestions() {
  const { data, error, refetch } = useQuery({ queryKey: ["suggestions"], queryFn: ({ signal }) => fetchSuggestions(signal) });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="Gathering the corrections …" />;
  if (data.items.length === 0)
    return (
      <Empty title="No correction has taught anything yet">
        <p>Corrected types, actors and places, and rejected events, appear here as rows for the lexicon.</p>
      </Empty>
    );
  const tsv = [
    "file\tsuggestion\tcount\texamples",
    ...data.items.map(({ file, what, count, examples }) =>
      [file, what, count, examples.map(({ report, event }) => `${report} ${event}`).join("; ")].join("\t"),
    ),
  ].join("\n");
  return (
    <div className="page">
      <section>
        <h2>Suggestions for the lexicon</h2>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">times</th>
              <th scope="col">file</th>
              <th scope="col">suggestion</th>
              <th scope="col">read in</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ file, what, count, examples }) => (
              <tr key={`${file}${what}`}>
                <td>{count}</td>
                <td>
                  <code>{plain(file)}</code>
                </td>
                <td>{plain(what)}</td>
                <td>
                  {examples.map(({ report, event }) => (
                    <Link
                      key={`${report}${event}`}
                      className="small"
                      href={`/read/${encodeURIComponent(report)}?at=${encodeURIComponent(event)}`}
                    >
                      {plain(report)}{" "}
                    </Link>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(tsv)}>
          Copy as TSV
        </button>
      </section>
    </div>
  );
}
