/** A point in degrees, WGS 84. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** Bhaskara's cosine of degrees from -90 to 90, within 0.002: the same bits on every platform, unlike Math.cos. */
const cosine = (degrees: number): number => (32400 - 4 * degrees * degrees) / (32400 + degrees * degrees);

/** Kilometres between two points on a plane along their middle parallel: within 1 % up to some 500 km, a guide beyond. */
export function kilometres(a: Point, b: Point): number {
  let across = a.longitude - b.longitude;
  if (across > 180) across -= 360;
  else if (across < -180) across += 360;
  const x = across * cosine((a.latitude + b.latitude) / 2);
  const y = a.latitude - b.latitude;
  return 111.2 * Math.sqrt(x * x + y * y);
}
