import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { fetchChain, type IncidentRow } from "../api/incidents.ts";
import { TypeTag } from "../design/parts.tsx";
import { days, short } from "../design/words.ts";

const WORDS: Record<string, string> = {
  retaliation: "answers",
  cause: "follows from",
  part: "is part of",
  before: "comes before",
};
const BOX = { width: 158, height: 74, gap: 34 };

/** What this incident answers, what answered it, and so on: from left to right in time, an arc for each tie. */
export function Chain({ id }: { id: string }) {
  const { data } = useQuery({ queryKey: ["chain", id], queryFn: ({ signal }) => fetchChain(id, signal) });
  if (!data || data.links.length === 0) return null;
  const nodes = [...data.nodes].sort(
    (a, b) => (a.earliest ?? "9999").localeCompare(b.earliest ?? "9999") || a.id.localeCompare(b.id),
  );
  const at = new Map(nodes.map((node, i) => [node.id, i * (BOX.width + BOX.gap) + BOX.width / 2]));
  const width = nodes.length * (BOX.width + BOX.gap) - BOX.gap;
  const above = 30 + 14 * Math.min(4, nodes.length);
  return (
    <section className="panel wide" aria-label="Chain">
      <header>
        <h2>Chain of events</h2>
        <span className="small quiet">as sources tie them</span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="chain-scroll" tabIndex={0} aria-label="Chain graph">
        <div className="chain" style={{ width, height: above + BOX.height }}>
          <svg width={width} height={above} aria-hidden="true">
            <defs>
              <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                <path d="M0 0 8 4 0 8z" />
              </marker>
            </defs>
            {data.links.map(({ from, to, type }) => {
              const [a, b] = [at.get(from), at.get(to)];
              if (a === undefined || b === undefined) return null;
              const rise = Math.min(above - 14, 18 + Math.abs(a - b) / 9);
              return (
                <g key={`${from}${to}${type}`} data-type={type}>
                  <path
                    d={`M${a} ${above}C${a} ${above - rise * 1.3} ${b} ${above - rise * 1.3} ${b} ${above - 2}`}
                    markerEnd="url(#head)"
                  />
                  <text x={(a + b) / 2} y={above - rise - 2} textAnchor="middle">
                    {WORDS[type] ?? type}
                  </text>
                </g>
              );
            })}
          </svg>
          {nodes.map((node, i) => (
            <Node key={node.id} node={node} here={node.id === id} left={i * (BOX.width + BOX.gap)} top={above} />
          ))}
        </div>
      </section>
      <ul className="hidden">
        {data.links.map(({ from, to, type, said }) => (
          <li key={`${from}${to}${type}`}>
            {from} {WORDS[type] ?? type} {to}, said by {said} reports
          </li>
        ))}
      </ul>
    </section>
  );
}

function Node({ node, here, left, top }: { node: IncidentRow; here: boolean; left: number; top: number }) {
  const words = (
    <>
      <TypeTag type={node.type} />
      <b>
        {short(node.actors.join(", "), 26) || "not said"}
        {node.recipients.length > 0 && ` → ${short(node.recipients.join(", "), 26)}`}
      </b>
      <small>
        {[node.earliest && node.latest && days(node.earliest, node.latest), node.place && short(node.place, 20)]
          .filter(Boolean)
          .join(" · ")}
      </small>
    </>
  );
  const style = { left, top, width: BOX.width, height: BOX.height };
  return here ? (
    <span className="node" aria-current="true" style={style}>
      {words}
    </span>
  ) : (
    <Link className="node" href={`/incidents/${encodeURIComponent(node.id)}`} style={style}>
      {words}
    </Link>
  );
}
