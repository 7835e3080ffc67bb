import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, FeatureCollection, GeometryCollection, MultiPolygon, Point, Polygon, Position } from 'geojson';

/** West, south, east, north in degrees (EPSG:4326): the Métropole with a margin wider than the map can show. */
const TERRITORY = [3.6, 42.4, 6.9, 44.5] as const;

type Side = { inside: (p: Position) => boolean; cross: (a: Position, b: Position) => Position };

/** One side of the territory: axis 0 is longitude, 1 is latitude; keeps what lies beyond the limit in the direction. */
function side(axis: 0 | 1, limit: number, direction: 1 | -1): Side {
  return {
    inside: (p) => (p[axis]! - limit) * direction >= 0,
    cross: (a, b) => {
      const t = (limit - a[axis]!) / (b[axis]! - a[axis]!);
      const other = a[1 - axis]! + t * (b[1 - axis]! - a[1 - axis]!);
      return axis === 0 ? [limit, other] : [other, limit];
    },
  };
}

const SIDES = [
  side(0, TERRITORY[0], 1),
  side(1, TERRITORY[1], 1),
  side(0, TERRITORY[2], -1),
  side(1, TERRITORY[3], -1),
];

/** Sutherland and Hodgman: the part of a closed ring that lies within one side. */
function clip(ring: Position[], { inside, cross }: Side): Position[] {
  return ring.flatMap((end, i) => {
    const start = ring[(i + ring.length - 1) % ring.length]!;
    if (inside(end)) return inside(start) ? [end] : [cross(start, end), end];
    return inside(start) ? [cross(start, end)] : [];
  });
}

/** The land of the territory as polygons, cut out of the coast of OpenStreetMap. */
export function ground(): FeatureCollection<Polygon> {
  const path = createRequire(import.meta.url).resolve('@geo-maps/earth-coastlines-100m/map.geo.json');
  const coast = JSON.parse(readFileSync(path, 'utf8')) as GeometryCollection<MultiPolygon>;
  const features = coast.geometries
    .flatMap((geometry) => geometry.coordinates)
    .map((rings) => SIDES.reduce(clip, rings[0]!.slice(1)))
    .filter((ring) => ring.length > 2)
    .map((ring): Feature<Polygon> => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] },
    }));
  return { type: 'FeatureCollection', features };
}

/** The names of the communes at their label points; none when the reference data is not there. */
export function communes(path: string): FeatureCollection<Point> {
  if (!existsSync(path)) return { type: 'FeatureCollection', features: [] };
  const [head = '', ...lines] = readFileSync(path, 'utf8').split(/\r?\n/).filter((line) => line && !line.startsWith('#'));
  const columns = head.split(',');
  const features = lines.map((line): Feature<Point> => {
    const row = Object.fromEntries(line.split(',').map((value, i) => [columns[i]!, value]));
    return {
      type: 'Feature',
      properties: { name: row['name'], population: Number(row['population'] ?? 0) },
      geometry: { type: 'Point', coordinates: [Number(row['lon']), Number(row['lat'])] },
    };
  });
  return { type: 'FeatureCollection', features };
}
