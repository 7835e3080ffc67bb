import type { Position } from 'geojson';
import { area, crosses, hull, type Ring, simplified } from './shape';
import { MOST_CORNERS } from './zone';

const MOST_BYTES = 1_000_000;
const MOST_POINTS = 100_000;
const MOST_NESTING = 8;

/** Why a file cannot be a search area, in words for who chose it. */
export class FileTrouble extends Error {}

/** The outline that a file gives, and what was done to it. */
export interface Outline {
  ring: Ring;
  note: string;
}

interface Json {
  type?: string;
  features?: unknown;
  geometry?: unknown;
  geometries?: unknown;
  coordinates?: unknown;
}

/** The outer rings of every surface of a GeoJSON object. */
function surfaces(object: Json | null, depth = 0): Ring[] {
  if (!object || typeof object !== 'object' || depth > MOST_NESTING) return [];
  const within = (list: unknown) => (Array.isArray(list) ? list.flatMap((one: Json) => surfaces(one, depth + 1)) : []);
  switch (object.type) {
    case 'FeatureCollection':
      return within(object.features);
    case 'GeometryCollection':
      return within(object.geometries);
    case 'Feature':
      return surfaces(object.geometry as Json, depth + 1);
    case 'Polygon':
      return [(object.coordinates as Ring[] | undefined)?.[0] ?? []];
    case 'MultiPolygon':
      return ((object.coordinates as Ring[][] | undefined) ?? []).map((rings) => rings?.[0] ?? []);
    default:
      return [];
  }
}

function fromGeoJson(text: string): Ring[] {
  let object: Json;
  try {
    object = JSON.parse(text) as Json;
  } catch {
    throw new FileTrouble('Ce fichier n’est pas du GeoJSON lisible. Exportez-le de nouveau, en GeoJSON ou en GPX.');
  }
  const rings = surfaces(object);
  if (rings.length === 0) throw new FileTrouble('Ce fichier ne contient pas de surface. Donnez un polygone.');
  return rings;
}

function fromGpx(text: string): Ring[] {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new FileTrouble('Ce fichier GPX contient des entités : retirez-les.');
  const page = new DOMParser().parseFromString(text, 'application/xml');
  if (page.querySelector('parsererror')) throw new FileTrouble('Ce fichier n’est pas du GPX lisible.');
  const points = [...page.querySelectorAll('trkpt, rtept')];
  const used = points.length > 2 ? points : [...page.querySelectorAll('wpt')];
  if (used.length < 3) throw new FileTrouble('Ce fichier GPX a moins de trois points : il ne dessine pas de zone.');
  return [used.map((point) => [Number(point.getAttribute('lon')), Number(point.getAttribute('lat'))])];
}

function checked(ring: Ring): Ring {
  const sound = Array.isArray(ring) && ring.every((point: Position) => Array.isArray(point) && isDegrees(point));
  if (!sound) throw new FileTrouble('Les coordonnées doivent être en degrés (WGS 84), longitude puis latitude.');
  if (ring.length > MOST_POINTS) throw new FileTrouble('Ce tracé a trop de points : simplifiez-le.');
  const open = ring.filter((point, i) => i === 0 || point[0] !== ring[i - 1]![0] || point[1] !== ring[i - 1]![1]);
  const [first, last] = [open[0], open.at(-1)];
  if (open.length > 1 && first![0] === last![0] && first![1] === last![1]) open.pop();
  if (open.length < 3) throw new FileTrouble('Ce tracé a moins de trois points : il ne dessine pas de zone.');
  return open;
}

const isDegrees = ([lng, lat]: Position) =>
  Number.isFinite(lng) && Number.isFinite(lat) && Math.abs(lng!) <= 180 && Math.abs(lat!) <= 90;

/** Reads a GeoJSON or GPX file as one search area; nothing leaves the browser but the simplified outline. */
export async function outlineOf(file: File): Promise<Outline> {
  if (file.size > MOST_BYTES) throw new FileTrouble('Ce fichier dépasse 1 Mo. Simplifiez le tracé ou donnez une seule zone.');
  const text = await file.text();
  const gpx = /\.gpx$/i.test(file.name) || text.trimStart().startsWith('<');
  const rings = (gpx ? fromGpx(text) : fromGeoJson(text)).map(checked);
  const largest = rings.reduce((best, ring) => (area(ring) > area(best) ? ring : best));
  const notes = rings.length > 1 ? [`Le fichier a ${rings.length} surfaces : la plus grande sert de zone.`] : [];
  let ring = simplified(largest, MOST_CORNERS);
  if (ring.length < 3 || crosses(ring)) {
    ring = simplified(hull(largest), MOST_CORNERS);
    notes.push('Le tracé se croise : son contour extérieur sert de zone.');
  } else if (ring.length < largest.length) {
    notes.push(`Le tracé a été simplifié à ${ring.length} points.`);
  }
  if (ring.length < 3) throw new FileTrouble('Ce tracé n’enferme aucune surface.');
  return { ring, note: notes.join(' ') };
}
