import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';
import { load, type SiteFeature } from './sites';

/** From this zoom on the spaces of a site are drawn. */
export const SPACES_FROM = 13;
const MOST_SITES = 20;

interface Space {
  name: string;
  footprint: MultiPolygon | Polygon | null;
}

/** A site as its own address gives it, with its spaces. */
export type Sheet = SiteFeature & { properties: SiteFeature['properties'] & { spaces?: Space[] | null } };

/** The outlines of the spaces that have one, with their names. */
export function spacesOf(sheets: Sheet[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: sheets.flatMap(({ properties: { family, spaces } }) =>
      (spaces ?? []).flatMap(({ name, footprint }) =>
        footprint ? [{ type: 'Feature' as const, geometry: footprint, properties: { name, family } }] : [],
      ),
    ),
  };
}

/** Reads the spaces of the sites in view once the map is close enough, each site once. */
export class Spaces {
  private readonly known = new globalThis.Map<string, Promise<Sheet | undefined>>();

  constructor(private readonly map: Map) {}

  async show(sites: SiteFeature[]): Promise<void> {
    if (this.map.getZoom() < SPACES_FROM || sites.length > MOST_SITES) return;
    const sheets = await Promise.all(sites.map(({ properties }) => this.sheet(properties.slug)));
    const source = this.map.getSource('spaces') as GeoJSONSource | undefined;
    source?.setData(spacesOf(sheets.filter((sheet) => sheet !== undefined)));
  }

  private sheet(slug: string): Promise<Sheet | undefined> {
    const before = this.known.get(slug);
    if (before) return before;
    const asked = load<Sheet>(`/api/sites/${slug}`).catch(() => undefined);
    this.known.set(slug, asked);
    return asked;
  }
}
