import { project, unproject } from "./world.ts";

/** What part of the unit square is shown: the pixel of its corner, and how many pixels its side has. */
export interface View {
  x: number;
  y: number;
  k: number;
}

export const WIDEST = 240;
export const CLOSEST = 60_000;
/** From here on a coarse coast would be seen to be one. */
export const FINE = 1600;

export const toScreen = ({ x, y, k }: View, longitude: number, latitude: number): [number, number] => {
  const [px, py] = project(longitude, latitude);
  return [px * k + x, py * k + y];
};
export const toDegrees = ({ x, y, k }: View, px: number, py: number): [longitude: number, latitude: number] =>
  unproject((px - x) / k, (py - y) / k);

/** Closer or wider by a factor, with the point under the pointer where it is. */
export function zoomed({ x, y, k }: View, factor: number, px: number, py: number): View {
  const next = Math.max(WIDEST, Math.min(CLOSEST, k * factor));
  const by = next / k;
  return { x: px - (px - x) * by, y: py - (py - y) * by, k: next };
}

/** The view that shows all points with some room about them; the world where there is none. */
export function fitted(points: readonly { latitude: number; longitude: number }[], width: number, height: number): View {
  const projected = points.map(({ longitude, latitude }) => project(longitude, latitude));
  const xs = projected.map(([x]) => x);
  const ys = projected.map(([, y]) => y);
  const [left, right] = points.length > 0 ? [Math.min(...xs), Math.max(...xs)] : [0.02, 0.98];
  const [top, bottom] = points.length > 0 ? [Math.min(...ys), Math.max(...ys)] : [0.12, 0.8];
  // Never so close that the neighbours cannot be seen: a place is to be found on the map.
  const k = Math.max(
    WIDEST,
    Math.min(9000, (0.8 * width) / Math.max(right - left, 0.02), (0.75 * height) / Math.max(bottom - top, 0.02)),
  );
  return { x: width / 2 - ((left + right) / 2) * k, y: height / 2 - ((top + bottom) / 2) * k, k };
}

/** A grid whose cells are some forty pixels wide, in steps of two so that little changes while one zooms. */
export const degreesFor = ({ k }: View): number => Math.min(20, 2 ** Math.round(Math.log2((360 * 34) / k)));
