import type { Position } from 'geojson';

const KM_A_DEGREE = 111.32;

/** A ring without its closing point. */
export type Ring = Position[];

/** Points around a centre, this many kilometres away. */
export function circle([lng, lat]: Position, km: number, corners = 48): Ring {
  const east = km / (KM_A_DEGREE * Math.cos((lat! * Math.PI) / 180));
  const north = km / KM_A_DEGREE;
  return Array.from({ length: corners }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners;
    return [lng! + east * Math.cos(turn), lat! + north * Math.sin(turn)];
  });
}

export const closed = (ring: Ring): Ring => [...ring, ring[0]!];

/** Twice the signed area of a triangle: on which side of a to b is c. */
const side = (a: Position, b: Position, c: Position) =>
  (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);

export const area = (ring: Ring) =>
  Math.abs(ring.reduce((sum, a, i) => sum + side([0, 0], a, ring[(i + 1) % ring.length]!), 0)) / 2;

/** Whether the outline crosses or touches itself. */
export function crosses(ring: Ring): boolean {
  const n = ring.length;
  for (let i = 0; i < n; i += 1)
    for (let j = i + 2; j < n; j += 1) {
      if (i === 0 && j === n - 1) continue;
      const [a, b, c, d] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[(j + 1) % n]!];
      if (side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0) return true;
    }
  return false;
}

/** The convex outline of points (Andrew's chain). */
export function hull(points: Ring): Ring {
  const sorted = [...points].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
  const half = (way: Position[]) =>
    way.reduce<Ring>((chain, point) => {
      while (chain.length > 1 && side(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
      return chain;
    }, []);
  return [...half(sorted).slice(0, -1), ...half(sorted.reverse()).slice(0, -1)];
}

function gap(point: Position, a: Position, b: Position): number {
  const long = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
  return long === 0 ? Math.hypot(point[0]! - a[0]!, point[1]! - a[1]!) : Math.abs(side(a, b, point)) / long;
}

/** Douglas and Peucker, without recursion: the points that are farther than the tolerance from the simpler line. */
function thinned(line: Ring, tolerance: number): Ring {
  const kept = new Set([0, line.length - 1]);
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [far, most] = [-1, tolerance];
    for (let i = from + 1; i < to; i += 1) {
      const away = gap(line[i]!, line[from]!, line[to]!);
      if (away > most) [far, most] = [i, away];
    }
    if (far < 0) continue;
    kept.add(far);
    spans.push([from, far], [far, to]);
  }
  return line.filter((_, i) => kept.has(i));
}

/** The ring with at most so many points, as close to the first as that allows. */
export function simplified(ring: Ring, most: number): Ring {
  let [tolerance, simple] = [1e-5, ring];
  while (simple.length > most) {
    simple = thinned(closed(ring), tolerance).slice(0, -1);
    tolerance *= 1.6;
  }
  return simple;
}
