import type { Feature, FeatureCollection, Position } from 'geojson';
import { TERRITORY } from './ground';
import { circle, closed, type Ring } from './shape';

/** The address takes at most 100 points, the first one again at the end among them. */
export const MOST_CORNERS = 99;
const DEFAULT_KM = 10;

type Box = [number, number, number, number];

/** Where the address says to look: a drawn zone, a rectangle, or a distance around a point; null for everywhere. */
export function zoneOf(search: string): Ring | null {
  const given = new URLSearchParams(search);
  const zone = given.get('zone');
  if (zone?.includes(' ')) return zone.split(',').slice(0, -1).map((point) => point.trim().split(' ').map(Number));
  if (zone) {
    const [west, south, east, north] = zone.split(',').map(Number) as Box;
    return [[west, south], [east, south], [east, north], [west, north]];
  }
  const centre = given.get('pres')?.split(',').map(Number);
  return centre?.length === 2 && centre.every(Number.isFinite)
    ? circle(centre, Number(given.get('rayon') || DEFAULT_KM))
    : null;
}

/** The same search, in another place of the map. */
export function elsewhere(href: string, place: Record<string, string>): URL {
  const url = new URL(href);
  for (const name of ['zone', 'pres', 'rayon', 'autour', 'page']) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(place)) url.searchParams.set(name, value);
  return url;
}

export const asZone = (ring: Ring) =>
  closed(ring)
    .map(([lng, lat]) => `${lng!.toFixed(5)} ${lat!.toFixed(5)}`)
    .join(',');

export const boundsOf = (ring: Ring): Box => {
  const [lng, lat] = [ring.map((point) => point[0]!), ring.map((point) => point[1]!)];
  return [Math.min(...lng), Math.min(...lat), Math.max(...lng), Math.max(...lat)];
};

/** Whether any of it may lie in the Métropole. */
export function reaches(ring: Ring): boolean {
  const [west, south, east, north] = boundsOf(ring);
  return west <= TERRITORY[2] && east >= TERRITORY[0] && south <= TERRITORY[3] && north >= TERRITORY[1];
}

/** The zone as the map draws it: a surface, or while it is being drawn its points and the line between them. */
export function drawn(ring: Ring | null, corners = false): FeatureCollection {
  const features: Feature[] = [];
  const add = (geometry: Feature['geometry']) => features.push({ type: 'Feature', geometry, properties: {} });
  if (ring && ring.length > 2) add({ type: 'Polygon', coordinates: [closed(ring)] });
  else if (ring && ring.length === 2) add({ type: 'LineString', coordinates: ring });
  if (ring && corners) ring.forEach((point: Position) => add({ type: 'Point', coordinates: point }));
  return { type: 'FeatureCollection', features };
}
