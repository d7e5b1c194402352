import type { Cell } from "../../api/incidents.ts";
import { toScreen, type View } from "./view.ts";
import type { Country } from "./world.ts";

export interface Colours {
  sea: string;
  land: string;
  line: string;
  mark: string;
  text: string;
  country: string;
  chosen: string;
}

/** A cell on the screen, for the pointer to find. */
export interface Spot {
  cell: Cell;
  x: number;
  y: number;
  r: number;
}

/** Places that are only known as a country are the country itself, and never a dot in its middle. */
const WIDE = new Set<Cell["precision"]>(["country", "region"]);
/** A district or a province is an area: an open ring. */
const AREA = new Set<Cell["precision"]>(["province", "district", "unknown"]);

interface Given {
  view: View;
  world: readonly Country[];
  cells: readonly Cell[];
  box: readonly [number, number, number, number] | undefined;
  current: { latitude: number; longitude: number } | undefined;
  colours: Colours;
  ratio: number;
}

/** Draws the map; the spots that can be pointed at, the smallest last. */
export function draw(canvas: HTMLCanvasElement, { view, world, cells, box, current, colours, ratio }: Given): Spot[] {
  const c = canvas.getContext("2d")!;
  const [width, height] = [canvas.width / ratio, canvas.height / ratio];
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.fillStyle = colours.sea;
  c.fillRect(0, 0, width, height);

  const wide = countriesOf(c, world, cells);
  const most = Math.max(1, ...[...wide.values()].map(({ incidents }) => incidents));
  c.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
  c.lineWidth = 0.8 / view.k;
  c.strokeStyle = colours.line;
  for (const country of world) {
    c.fillStyle = colours.land;
    c.fill(country.path);
    const told = wide.get(country);
    if (told) {
      c.globalAlpha = 0.18 + (0.4 * Math.log1p(told.incidents)) / Math.log1p(most);
      c.fillStyle = colours.country;
      c.fill(country.path);
      c.globalAlpha = 1;
    }
    c.stroke(country.path);
  }
  c.setTransform(ratio, 0, 0, ratio, 0, 0);

  const spots: Spot[] = [];
  for (const cell of [...cells].sort((a, b) => b.incidents - a.incidents)) {
    if (WIDE.has(cell.precision)) continue;
    const [x, y] = toScreen(view, cell.longitude, cell.latitude);
    if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
    const r = 4 + 3.2 * Math.log2(cell.incidents);
    disc(c, x, y, Math.min(r, 24), AREA.has(cell.precision), cell.incidents, colours);
    spots.push({ cell, x, y, r: Math.max(8, Math.min(r, 24)) });
  }
  for (const [country, { cell, incidents }] of wide) {
    const [x, y] = toScreen(view, cell.longitude, cell.latitude);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    label(c, `${country.name} ${incidents}`, x, y, colours);
    spots.push({ cell: { ...cell, incidents }, x, y, r: 14 });
  }
  if (current) {
    const [x, y] = toScreen(view, current.longitude, current.latitude);
    c.beginPath();
    c.arc(x, y, 11, 0, 7);
    c.lineWidth = 2.5;
    c.strokeStyle = colours.chosen;
    c.stroke();
  }
  if (box) {
    const [left, top] = toScreen(view, box[0], box[3]);
    const [right, bottom] = toScreen(view, box[2], box[1]);
    c.lineWidth = 1.5;
    c.setLineDash([5, 3]);
    c.strokeStyle = colours.chosen;
    c.strokeRect(left, top, right - left, bottom - top);
    c.setLineDash([]);
  }
  return spots;
}

/** The country each country-wide cell means: the one that its middle lies in. */
function countriesOf(c: CanvasRenderingContext2D, world: readonly Country[], cells: readonly Cell[]) {
  const found = new Map<Country, { cell: Cell; incidents: number }>();
  c.save();
  c.setTransform(1, 0, 0, 1, 0, 0);
  for (const cell of cells) {
    if (!WIDE.has(cell.precision)) continue;
    const [x, y] = toScreen({ x: 0, y: 0, k: 1 }, cell.longitude, cell.latitude);
    const country = world.find(({ path }) => c.isPointInPath(path, x, y));
    if (!country) continue;
    const before = found.get(country);
    found.set(country, { cell: before?.cell ?? cell, incidents: (before?.incidents ?? 0) + cell.incidents });
  }
  c.restore();
  return found;
}

function disc(c: CanvasRenderingContext2D, x: number, y: number, r: number, area: boolean, incidents: number, colours: Colours) {
  c.beginPath();
  c.arc(x, y, r, 0, 7);
  c.globalAlpha = area ? 0.14 : incidents === 1 ? 0.9 : 0.82;
  c.fillStyle = colours.mark;
  c.fill();
  c.globalAlpha = 1;
  c.lineWidth = area ? 1.6 : 1;
  c.setLineDash(area ? [3, 2] : []);
  c.strokeStyle = area ? colours.mark : colours.sea;
  c.stroke();
  c.setLineDash([]);
  if (incidents === 1) return;
  c.font = "600 11px 'Source Sans 3 Variable', sans-serif";
  c.textAlign = "center";
  c.textBaseline = "middle";
  c.fillStyle = area ? colours.text : colours.sea;
  c.fillText(incidents > 9999 ? `${Math.round(incidents / 1000)}k` : String(incidents), x, y + 0.5);
}

function label(c: CanvasRenderingContext2D, words: string, x: number, y: number, colours: Colours) {
  c.font = "600 11px 'Source Sans 3 Variable', sans-serif";
  c.textAlign = "center";
  c.textBaseline = "middle";
  c.lineWidth = 3;
  c.strokeStyle = colours.land;
  c.strokeText(words, x, y);
  c.fillStyle = colours.text;
  c.fillText(words, x, y);
}
