import { useQuery } from "@tanstack/react-query";
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import { useMemo, useState } from "react";
import { useLocation } from "wouter";
import { type ActorRow, fetchNetwork } from "../api/actors.ts";
import { Empty, Failure, Loading } from "../design/parts.tsx";
import { count, plain, short } from "../design/words.ts";

const SIZES = [20, 40, 80];
const WIDTH = 900;
const HEIGHT = 640;
/** The least that is shown, so that a small network is not blown up. */
const LEAST = [620, 440] as const;

/** The most reported actors and who acts upon whom; few enough that each has its name. The dyads of an actor's page say the same in words. */
export default function Network() {
  const [limit, setLimit] = useState(40);
  const [, navigate] = useLocation();
  const [near, setNear] = useState<string>();
  const { data, error } = useQuery({ queryKey: ["network", limit], queryFn: ({ signal }) => fetchNetwork(limit, signal) });
  const laid = useMemo(() => data && layOut(data.actors, data.ties), [data]);
  if (error) return <Failure error={error} />;
  if (!laid) return <Loading what="Laying out the network …" />;
  if (laid.links.length === 0)
    return (
      <Empty title="No ties yet">
        <p>Actors appear here once incidents tell who acted upon whom.</p>
      </Empty>
    );
  const most = Math.max(...laid.links.map(({ incidents }) => incidents));
  const touches = (key: string) =>
    !near ||
    key === near ||
    laid.links.some(({ source, target }) => [source.key, target.key].includes(key) && [source.key, target.key].includes(near));
  return (
    <>
      <header className="network-head small">
        <span className="quiet">
          {count(laid.nodes.length, "actor")}, {count(laid.links.length, "tie")}; an arrow points at who was acted upon
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
      <section className="network-scroll" tabIndex={0} aria-label="Drawing of the network">
        <svg className="network" viewBox={laid.box} aria-label="Network of actors">
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
          {laid.links.map(({ source, target, incidents }) => (
            <path
              key={`${source.key}→${target.key}`}
              className="tie"
              data-off={near && source.key !== near && target.key !== near ? "" : undefined}
              d={arc(source, target)}
              strokeWidth={0.8 + (incidents > 1 ? (3.2 * Math.log(incidents)) / Math.log(most) : 0.2)}
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

interface Node extends ActorRow, SimulationNodeDatum {
  x: number;
  y: number;
  r: number;
}
interface Link {
  source: Node;
  target: Node;
  incidents: number;
}

/** The same network is laid out the same way each time: the forces start from a fixed spiral and run to their rest. */
function layOut(
  actors: ActorRow[],
  ties: { from: string; to: string; incidents: number }[],
): { nodes: Node[]; links: Link[]; box: string } {
  const tied = new Set(ties.flatMap(({ from, to }) => (from === to ? [] : [from, to])));
  const nodes: Node[] = actors
    .filter(({ key }) => tied.has(key))
    .map((actor, i) => ({
      ...actor,
      x: WIDTH / 2 + 14 * Math.sqrt(i) * Math.cos(i * 2.4),
      y: HEIGHT / 2 + 14 * Math.sqrt(i) * Math.sin(i * 2.4),
      r: 4 + 3 * Math.log2(1 + actor.reports),
    }));
  const by = new Map(nodes.map((node) => [node.key, node]));
  const links: Link[] = ties.flatMap(({ from, to, incidents }) => {
    const [source, target] = [by.get(from), by.get(to)];
    return source && target && source !== target ? [{ source, target, incidents }] : [];
  });
  const simulation = forceSimulation(nodes)
    .force("link", forceLink<Node, Link>(links).distance(120).strength(0.25))
    .force("charge", forceManyBody().strength(-420))
    .force("x", forceX(WIDTH / 2).strength(0.05))
    .force("y", forceY(HEIGHT / 2).strength(0.08))
    // Room for the name below a circle too.
    .force(
      "collide",
      forceCollide<Node>((node) => node.r + 26),
    )
    .stop();
  simulation.tick(300);
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const [width, height] = [
    Math.max(LEAST[0], Math.max(...xs) - Math.min(...xs) + 160),
    Math.max(LEAST[1], Math.max(...ys) - Math.min(...ys) + 90),
  ];
  const left = (Math.max(...xs) + Math.min(...xs) - width) / 2;
  const top = (Math.max(...ys) + Math.min(...ys) - height) / 2;
  return { nodes, links, box: `${left} ${top} ${width} ${height}` };
}

/** A bowed line from rim to rim, so that both directions of a pair are seen. */
function arc(a: Node, b: Node): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const [mx, my] = [(a.x + b.x) / 2 - uy * length * 0.12, (a.y + b.y) / 2 + ux * length * 0.12];
  return `M${a.x + ux * a.r} ${a.y + uy * a.r}Q${mx} ${my} ${b.x - ux * (b.r + 2)} ${b.y - uy * (b.r + 2)}`;
}
