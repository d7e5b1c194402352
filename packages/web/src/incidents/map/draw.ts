import type { Cell } from "../../api/incidents.ts";
import { type Spot, spotsOf } from "./spots.ts";
import { toScreen, type View } from "./view.ts";
import type { Country } from "./world.ts";

export interface Colours {
  sea: string;
  land: string;
  line: string;
  mark: string;
  text: string;
  chosen: string;
}

/** Places that are only known as a country are the country itself, and never a dot in its middle. */
const WIDE = new Set<string | undefined>(["country", "region"]);
const isWide = ({ precision }: { precision?: string | undefined }) => WIDE.has(precision);

/** Where the incident that is pointed at in the table lies. */
export interface Here {
  latitude: number;
  longitude: number;
  precision: string | undefined;
}

interface Given {
  view: View;
  world: readonly Country[];
  cells: readonly Cell[];
  box: readonly [number, number, number, number] | undefined;
  current: Here | undefined;
  colours: Colours;
  ratio: number;
}

/** Draws the map; the spots that can be pointed at, those on top last. */
export function draw(canvas: HTMLCanvasElement, { view, world, cells, box, current, colours, ratio }: Given): Spot[] {
  const c = canvas.getContext("2d")!;
  const [width, height] = [canvas.width / ratio, canvas.height / ratio];
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.fillStyle = colours.sea;
  c.fillRect(0, 0, width, height);

  const wide = countriesOf(c, world, cells.filter(isWide));
  const here = current && isWide(current) ? countryAt(c, world, current) : undefined;
  const most = Math.max(1, ...[...wide.values()].map(({ incidents }) => incidents));
  c.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * view.x, ratio * view.y);
  c.strokeStyle = colours.line;
  c.lineWidth = 0.7 / view.k;
  for (const country of world) {
    c.fillStyle = colours.land;
    c.fill(country.path);
    const told = wide.get(country);
    if (told) {
      c.globalAlpha = 0.12 + (0.33 * Math.log1p(told.incidents)) / Math.log1p(most);
      c.fillStyle = colours.mark;
      c.fill(country.path);
      c.globalAlpha = 1;
    }
    c.stroke(country.path);
  }
  if (here) {
    c.lineWidth = 2.5 / view.k;
    c.strokeStyle = colours.chosen;
    c.stroke(here.path);
  }
  c.setTransform(ratio, 0, 0, ratio, 0, 0);

  const spots = spotsOf(
    cells.filter((cell) => !isWide(cell)),
    view,
    width,
    height,
  );
  // Areas below places: a number that a disc would cover is written at the ring's rim.
  const discs = spots.filter(({ area }) => !area);
  for (const spot of spots) if (spot.area) disc(c, spot, colours);
  for (const spot of discs) disc(c, spot, colours);
  for (const spot of spots) if (spot.area) ringNumber(c, spot, discs, colours);
  const labels = labelsOf(c, wide, spots, view, width, height);
  for (const { words, x, y } of labels) label(c, words, x, y, colours);
  if (current && !here) {
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
  return [...labels.map(({ spot }) => spot), ...spots];
}

type Wide = Map<Country, { cell: Cell; incidents: number }>;

/** The country each country-wide cell means: the one that its middle lies in. */
function countriesOf(c: CanvasRenderingContext2D, world: readonly Country[], cells: readonly Cell[]): Wide {
  const found: Wide = new Map();
  for (const cell of cells) {
    const country = countryAt(c, world, cell);
    if (!country) continue;
    const before = found.get(country);
    found.set(country, { cell: before?.cell ?? cell, incidents: (before?.incidents ?? 0) + cell.incidents });
  }
  return found;
}

function countryAt(
  c: CanvasRenderingContext2D,
  world: readonly Country[],
  { latitude, longitude }: { latitude: number; longitude: number },
): Country | undefined {
  const [x, y] = toScreen({ x: 0, y: 0, k: 1 }, longitude, latitude);
  c.save();
  c.setTransform(1, 0, 0, 1, 0, 0);
  const found = world.find(({ path }) => c.isPointInPath(path, x, y));
  c.restore();
  return found;
}

function disc(c: CanvasRenderingContext2D, { cell, x, y, size, area }: Spot, colours: Colours) {
  c.beginPath();
  c.arc(x, y, size, 0, 7);
  c.globalAlpha = area ? 0.14 : 0.88;
  c.fillStyle = colours.mark;
  c.fill();
  c.globalAlpha = 1;
  c.lineWidth = area ? 1.6 : 1;
  c.setLineDash(area ? [3, 2] : []);
  c.strokeStyle = area ? colours.mark : colours.land;
  c.stroke();
  c.setLineDash([]);
  if (cell.incidents === 1) return;
  if (area) return;
  lettering(c);
  c.fillStyle = colours.land;
  c.fillText(numberOf(cell), x, y + 0.5);
}

const numberOf = ({ incidents }: Cell) => (incidents > 9999 ? `${Math.round(incidents / 1000)}k` : String(incidents));

function ringNumber(c: CanvasRenderingContext2D, { cell, x, y, size }: Spot, discs: readonly Spot[], colours: Colours) {
  if (cell.incidents === 1) return;
  const free = (at: number) => !discs.some((disc) => Math.hypot(disc.x - x, disc.y - at) < disc.size + 9);
  const at = [y, y - size, y + size].find(free);
  if (at !== undefined) label(c, numberOf(cell), x, at + 0.5, colours);
}

interface Label {
  words: string;
  x: number;
  y: number;
  spot: Spot;
}

/** Names of the shaded countries, each where it covers no mark and no other name; left out where there is no room. */
function labelsOf(
  c: CanvasRenderingContext2D,
  wide: Wide,
  spots: readonly Spot[],
  view: View,
  width: number,
  height: number,
): Label[] {
  const placed: Label[] = [];
  lettering(c);
  for (const [country, { cell, incidents }] of [...wide].sort(([, a], [, b]) => b.incidents - a.incidents)) {
    const words = `${country.name} ${incidents}`;
    const half = c.measureText(words).width / 2 + 3;
    const [x, middle] = toScreen(view, cell.longitude, cell.latitude);
    if (x < half || middle < 9 || x > width - half || middle > height - 9) continue;
    const free = (y: number) =>
      !spots.some((spot) => Math.abs(spot.x - x) < half + spot.size && Math.abs(spot.y - y) < 8 + spot.size) &&
      !placed.some((other) => Math.abs(other.x - x) < half + other.spot.r && Math.abs(other.y - y) < 15);
    const y = [0, 14, -14].map((by) => middle + by).find(free);
    if (y !== undefined)
      placed.push({ words, x, y, spot: { cell: { ...cell, incidents }, x, y, r: half, size: half, area: true } });
  }
  return placed;
}

function lettering(c: CanvasRenderingContext2D) {
  c.font = "600 11px 'Source Sans 3 Variable', sans-serif";
  c.textAlign = "center";
  c.textBaseline = "middle";
}

function label(c: CanvasRenderingContext2D, words: string, x: number, y: number, colours: Colours) {
  lettering(c);
  c.lineWidth = 3;
  c.lineJoin = "round";
  c.strokeStyle = colours.land;
  c.strokeText(words, x, y);
  c.fillStyle = colours.text;
  c.fillText(words, x, y);
}
