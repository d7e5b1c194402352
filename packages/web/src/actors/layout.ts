import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { ActorRow, Network } from "../api/actors.ts";

export interface Node extends ActorRow, SimulationNodeDatum {
  x: number;
  y: number;
  r: number;
}
export interface Link {
  source: Node;
  target: Node;
  incidents: number;
  /** One of the few that carry the drawing. */
  strong: boolean;
}
export interface Laid {
  nodes: Node[];
  links: Link[];
  box: string;
  width: number;
}

/** Strong ties an actor, on average: more cannot be told apart. */
const TIES = 1.7;
/** A circle that stands for the most reported, and for one report. */
const [LARGEST, SMALLEST] = [19, 5];

/** The same network is laid out the same way each time: the forces start from a fixed spiral and run to their rest. */
export function layOut({ actors, ties }: Network): Laid {
  const kept = ties.filter(({ from, to }) => from !== to).sort((a, b) => b.incidents - a.incidents);
  const tied = new Set(kept.flatMap(({ from, to }) => [from, to]));
  const most = Math.max(1, ...actors.map(({ reports }) => reports));
  const nodes: Node[] = actors
    .filter(({ key }) => tied.has(key))
    .map((actor, i) => ({
      ...actor,
      x: 14 * Math.sqrt(i) * Math.cos(i * 2.4),
      y: 14 * Math.sqrt(i) * Math.sin(i * 2.4),
      r: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(actor.reports / most),
    }));
  const links = linked(nodes, kept);
  const strong = links.filter((link) => link.strong);
  forceSimulation(nodes)
    .force("link", forceLink<Node, Link>(strong).distance(110).strength(0.3))
    .force("charge", forceManyBody().strength(-380))
    .force("x", forceX(0).strength(0.06))
    .force("y", forceY(0).strength(0.09))
    // Room for the name below it too.
    .force(
      "collide",
      forceCollide<Node>((node) => Math.max(node.r + 28, 3.1 * Math.min(node.name.length, 26))).iterations(3),
    )
    .stop()
    .tick(300);
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - 80, Math.min(...ys) - 40];
  const [width, height] = [Math.max(...xs) - left + 80, Math.max(...ys) - top + 50];
  return { nodes, links, box: `${left} ${top} ${width} ${height}`, width };
}

/** Ties as links between nodes, strongest first: the strongest of all, and of each node the strongest of its own. */
function linked(nodes: Node[], ties: Network["ties"]): Link[] {
  const by = new Map(nodes.map((node) => [node.key, node]));
  const known = new Set<string>();
  return ties.flatMap(({ from, to, incidents }, i) => {
    const [source, target] = [by.get(from), by.get(to)];
    if (!source || !target) return [];
    const strong = i < nodes.length * TIES || !known.has(from) || !known.has(to);
    known.add(from).add(to);
    return [{ source, target, incidents, strong }];
  });
}
