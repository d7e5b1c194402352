import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/**
 * The countries of the world as paths on a square of side 1 (Web Mercator), from Natural Earth's 1:50m by way of
 * world-atlas. Drawn by the browser itself: no tile server, no WebGL, nothing fetched from elsewhere.
 */
export interface Country {
  name: string;
  path: Path2D;
}

let world: Promise<Country[]> | undefined;
export const loadWorld = (): Promise<Country[]> => (world ??= load());

async function load(): Promise<Country[]> {
  const { default: topology } = await import("world-atlas/countries-50m.json");
  const atlas = topology as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature(atlas, atlas.objects.countries).features.map(({ geometry, properties }) => {
    const path = new Path2D();
    const polygons =
      geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
    for (const rings of polygons) {
      for (const ring of rings) {
        ring.forEach(([longitude = 0, latitude = 0], i) => {
          const [x, y] = project(longitude, latitude);
          if (i === 0) path.moveTo(x, y);
          else path.lineTo(x, y);
        });
        path.closePath();
      }
    }
    return { name: properties.name, path };
  });
}

const LIMIT = 85.05;
/** Degrees to the unit square: x to the right, y downwards. */
export function project(longitude: number, latitude: number): [number, number] {
  const sine = Math.sin((Math.max(-LIMIT, Math.min(LIMIT, latitude)) * Math.PI) / 180);
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function unproject(x: number, y: number): [longitude: number, latitude: number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}
