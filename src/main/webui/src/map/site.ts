import { type GeoJSONSource, LngLatBounds } from 'maplibre-gl';
import { ground } from './ground';
import { Pins } from './pins';
import { load, perimeters, type SiteFeature } from './sites';

/** The outline, or two or three kilometres around the access point. */
function frame({ geometry, perimeter }: SiteFeature): LngLatBounds {
  const [lng, lat] = geometry.coordinates as [number, number];
  if (!perimeter) return new LngLatBounds([lng - 0.03, lat - 0.02], [lng + 0.03, lat + 0.02]);
  const rings = perimeter.type === 'Polygon' ? perimeter.coordinates : perimeter.coordinates.flat();
  return rings.flat().reduce((all, point) => all.extend(point as [number, number]), new LngLatBounds([lng, lat], [lng, lat]));
}

/** The map of one sheet: the site, its outline, and nothing to look for. */
export async function siteMap(element: HTMLElement): Promise<void> {
  const site = await load<SiteFeature>(element.dataset['features'] ?? '');
  const map = await ground(element, frame(site), `Carte de situation : ${site.properties.name}`, 13);
  map.scrollZoom.disable();
  (map.getSource('perimeters') as GeoJSONSource).setData(perimeters([site]));
  const pins = new Pins(map, () => undefined);
  pins.show([site]);
  pins.select(site.properties.slug);
}
