import type { Cell } from "../../api/incidents.ts";
import { toScreen, type View } from "./view.ts";

/** A mark on the screen: one place, or several that would cover one another and are shown as one. */
export interface Spot {
  cell: Cell;
  x: number;
  y: number;
  /** How far from its middle a pointer finds it. */
  r: number;
  /** How large it is drawn, pixels from its middle. */
  size: number;
  /** A district, a province or less is known: an open ring. */
  area: boolean;
}

const LARGEST = 22;
const sizeOf = (incidents: number) => Math.min(LARGEST, 4 + 2.6 * Math.log2(incidents));
const isArea = ({ precision }: Cell) => precision !== "site" && precision !== "settlement";

/** The marks of the cells in view, largest first. What is known more precisely is never joined with what is known less. */
export function spotsOf(cells: readonly Cell[], view: View, width: number, height: number): Spot[] {
  const spots: Spot[] = [];
  for (const cell of [...cells].sort((a, b) => b.incidents - a.incidents)) {
    const [x, y] = toScreen(view, cell.longitude, cell.latitude);
    if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
    const area = isArea(cell);
    const size = sizeOf(cell.incidents);
    const over = spots.find((spot) => spot.area === area && Math.hypot(spot.x - x, spot.y - y) < spot.size + size * 0.6);
    if (over) join(over, cell, x, y);
    else spots.push({ cell, x, y, size, r: Math.max(8, size), area });
  }
  return spots.sort((a, b) => b.size - a.size);
}

/** Its place is the mean of all that are in it. */
function join(spot: Spot, cell: Cell, x: number, y: number): void {
  const { incident: _, ...before } = spot.cell;
  const incidents = before.incidents + cell.incidents;
  const share = cell.incidents / incidents;
  spot.x += (x - spot.x) * share;
  spot.y += (y - spot.y) * share;
  spot.size = sizeOf(incidents);
  spot.r = Math.max(8, spot.size);
  spot.cell = {
    ...before,
    latitude: before.latitude + (cell.latitude - before.latitude) * share,
    longitude: before.longitude + (cell.longitude - before.longitude) * share,
    incidents,
    killed: before.killed + cell.killed,
  };
}
