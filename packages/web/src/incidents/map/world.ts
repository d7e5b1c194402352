import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/**
 * The countries of the world as paths on a square of side 1 (Web Mercator), from Natural Earth by way of world-atlas: coarse
 * (1:110m) to begin with, fine (1:50m, seven times as heavy) once somebody looks closer. Drawn by the browser itself: no
 * tile server, no WebGL, nothing fetched from elsewhere.
 */
export interface Country {
  name: string;
  path: Path2D;
}

export type Scale = "coarse" | "fine";

const worlds: Partial<Record<Scale, Promise<Country[]>>> = {};
export const loadWorld = (scale: Scale): Promise<Country[]> => (worlds[scale] ??= load(scale));

async function load(scale: Scale): Promise<Country[]> {
  const { default: topology } =
    scale === "fine" ? await import("world-atlas/countries-50m.json") : await import("world-atlas/countries-110m.json");
  const atlas = topology as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(atlas, atlas.objects.countries).features.map(({ geometry, properties }) => {
    const path = new Path2D();
    const polygons =
      geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
    for (const ring of polygons.flat()) trace(path, ring);
    return { name: properties.name, path };
  });
}

/**
 * A ring that crosses the 180th meridian goes on beyond the edge, and is drawn once more a whole turn away: else a line
 * would run across the map. Antarctica, which goes all around, lies below what is shown.
 */
function trace(path: Path2D, ring: readonly (readonly number[])[]): void {
  let turns = 0;
  let before = ring[0]?.[0] ?? 0;
  const points = ring.map(([longitude = 0, latitude = 0]): [number, number] => {
    if (Math.abs(longitude - before) > 180) turns += longitude < before ? 1 : -1;
    before = longitude;
    const [x, y] = project(longitude, latitude);
    return [x + turns, y];
  });
  const north = Math.min(...points.map(([, y]) => y));
  if (north > BELOW) return;
  const beyond = points.some(([x]) => x > 1) ? [0, -1] : points.some(([x]) => x < 0) ? [0, 1] : [0];
  for (const shift of beyond) {
    for (const [i, [x, y]] of points.entries()) {
      if (i === 0) path.moveTo(x + shift, y);
      else path.lineTo(x + shift, y);
    }
    path.closePath();
  }
}
/** On the unit square: 60° south, beyond which nothing is told. */
const BELOW = 0.7;

const LIMIT = 85.05;
/** Degrees to the unit square: x to the right, y downwards. */
export function project(longitude: number, latitude: number): [number, number] {
  const sine = Math.sin((Math.max(-LIMIT, Math.min(LIMIT, latitude)) * Math.PI) / 180);
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function unproject(x: number, y: number): [longitude: number, latitude: number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}
