import { circle, closed } from './shape';
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';

/** What the API says of a site, as far as a map needs it. */
export interface SiteProperties {
  slug: string;
  name: string;
  categoryLabel: string;
  family: string;
  commune: string;
  positionConfidence: 'HIGH' | 'MEDIUM' | 'LOW';
}

/** A site: its access point (EPSG:4326), and its perimeter when one was drawn. */
export type SiteFeature = Feature<Point, SiteProperties> & { perimeter?: MultiPolygon | Polygon | null };

export type SiteCollection = FeatureCollection<Point, SiteProperties> & { features: SiteFeature[] };

export async function load<T>(url: string): Promise<T> {
  const answer = await fetch(url, { headers: { Accept: 'application/geo+json, application/json' } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** The outlines of the sites that have one, with the family that colours them. */
export function perimeters(sites: SiteFeature[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: sites.flatMap(({ perimeter, properties: { slug, family, positionConfidence } }) =>
      perimeter
        ? [{ type: 'Feature' as const, geometry: perimeter, properties: { slug, family, rough: positionConfidence === 'LOW' } }]
        : [],
    ),
  };
}

/** How far an approximate position may be from the place, in kilometres. */
const DOUBT_KM = 1.5;

/** Where the sites of an approximate position and no outline may be. */
export function doubts(sites: SiteFeature[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: sites
      .filter(({ perimeter, properties }) => !perimeter && properties.positionConfidence === 'LOW')
      .map(({ geometry, properties: { family } }) => ({
        type: 'Feature' as const,
        geometry: { type: 'Polygon' as const, coordinates: [closed(circle(geometry.coordinates, DOUBT_KM))] },
        properties: { family },
      })),
  };
}
