import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useLocation } from "wouter";
import { type ActorRow, fetchNetwork } from "../api/actors.ts";
import { Empty, Failure, Loading } from "../design/parts.tsx";
import { count, number, plain, short } from "../design/words.ts";
import { layOut, type Node } from "./layout.ts";

const SIZES = [20, 40, 80];
/** How much larger than it was laid out a network may be drawn, so that a small one is not blown up. */
const LARGEST = 1.4;

/** The most reported actors and who acts upon whom; few enough that each has its name. The dyads of an actor's page say the same in words. */
export default function Network() {
  const [limit, setLimit] = useState(40);
  const [, navigate] = useLocation();
  const [near, setNear] = useState<string>();
  const { data, error } = useQuery({ queryKey: ["network", limit], queryFn: ({ signal }) => fetchNetwork(limit, signal) });
  const laid = useMemo(() => data && layOut(data), [data]);
  if (error) return <Failure error={error} />;
  if (!laid) return <Loading what="Laying out the network …" />;
  if (laid.links.length === 0)
    return (
      <Empty title="No ties yet">
        <p>Actors appear here once incidents tell who acted upon whom.</p>
      </Empty>
    );
  const most = Math.max(...laid.links.map(({ incidents }) => incidents));
  // Of whoever is pointed at all ties are shown, of all others the strongest.
  const shown = laid.links.filter(({ strong, source, target }) => strong || source.key === near || target.key === near);
  const strong = laid.links.filter(({ strong }) => strong).length;
  const touches = (key: string) =>
    !near ||
    key === near ||
    laid.links.some(({ source, target }) => [source.key, target.key].includes(key) && [source.key, target.key].includes(near));
  return (
    <>
      <header className="network-head small">
        <span className="quiet">
          {count(laid.nodes.length, "actor")},{" "}
          {strong < laid.links.length
            ? `the ${number(strong)} strongest of ${number(laid.links.length)} ties; point at an actor for all of its own`
            : count(laid.links.length, "tie")}
          ; an arrow points at who was acted upon
        </span>
        <ul className="network-signs" aria-label="Signs of the network">
          {SIGNS.map(({ sign, words }) => (
            <li key={sign}>
              <svg viewBox="-7 -7 14 14" aria-hidden="true">
                <path className="sign" data-sign={sign} d={outline(sign, 5.5)} />
              </svg>
              {words}
            </li>
          ))}
        </ul>
        {SIZES.map((size) => (
          <button key={size} type="button" className="button bare" aria-pressed={size === limit} onClick={() => setLimit(size)}>
            {size}
          </button>
        ))}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="network-scroll" tabIndex={0} aria-label="Drawing of the network" ref={centred}>
        <svg className="network" viewBox={laid.box} style={{ maxWidth: laid.width * LARGEST }} aria-label="Network of actors">
          <defs>
            <marker
              id="tie"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {shown.map(({ source, target, incidents }) => (
            <path
              key={`${source.key}→${target.key}`}
              className="tie"
              data-off={near && source.key !== near && target.key !== near ? "" : undefined}
              d={arc(source, target)}
              strokeWidth={0.8 + 2.4 * (incidents / most)}
              markerEnd="url(#tie)"
            >
              <title>{`${plain(source.name)} → ${plain(target.name)}: ${count(incidents, "incident")}`}</title>
            </path>
          ))}
          {laid.nodes.map((node) => (
            // biome-ignore lint/a11y/useSemanticElements: there is no anchor that draws a circle and keeps the page
            <g
              key={node.key}
              className="actor"
              role="link"
              tabIndex={0}
              aria-label={`${plain(node.name)}, ${count(node.reports, "report")}`}
              data-off={touches(node.key) ? undefined : ""}
              transform={`translate(${node.x},${node.y})`}
              onMouseEnter={() => setNear(node.key)}
              onMouseLeave={() => setNear(undefined)}
              onFocus={() => setNear(node.key)}
              onBlur={() => setNear(undefined)}
              onClick={() => navigate(`/actors/${encodeURIComponent(node.key)}`)}
              onKeyDown={({ key }) => key === "Enter" && navigate(`/actors/${encodeURIComponent(node.key)}`)}
            >
              <path className="sign" data-sign={signOf(node.kind)} d={outline(signOf(node.kind), node.r)} />
              <text y={node.r + 11} textAnchor="middle">
                {short(node.name, 26)}
              </text>
            </g>
          ))}
        </svg>
      </section>
    </>
  );
}

/** Where it is wider than the screen, its middle comes first. */
function centred(element: HTMLElement | null): void {
  if (element) element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2;
}

type Sign = "state" | "arms" | "group" | "other";
/** What an actor is, by shape as well as by colour. */
const SIGNS: { sign: Sign; words: string }[] = [
  { sign: "state", words: "states, governments" },
  { sign: "arms", words: "military, police" },
  { sign: "group", words: "armed groups" },
  { sign: "other", words: "persons, others" },
];
function signOf(kind: ActorRow["kind"]): Sign {
  if (kind === "state" || kind === "government") return "state";
  if (kind === "military" || kind === "police") return "arms";
  return kind === "armed-group" ? "group" : "other";
}
/** Shapes of about the same area: square, triangle, diamond, circle. */
function outline(sign: Sign, r: number): string {
  const [side, tip, point] = [r * 0.9, r * 1.15, r * 1.25];
  if (sign === "state") return `M${-side} ${-side}H${side}V${side}H${-side}Z`;
  if (sign === "arms") return `M0 ${-tip}L${tip} ${tip * 0.8}H${-tip}Z`;
  if (sign === "group") return `M0 ${-point}L${point} 0L0 ${point}L${-point} 0Z`;
  return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
}

/** A bowed line from rim to rim, so that both directions of a pair are seen. */
function arc(a: Node, b: Node): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const [mx, my] = [(a.x + b.x) / 2 - uy * length * 0.12, (a.y + b.y) / 2 + ux * length * 0.12];
  return `M${a.x + ux * a.r} ${a.y + uy * a.r}Q${mx} ${my} ${b.x - ux * (b.r + 2)} ${b.y - uy * (b.r + 2)}`;
}
