import { type GeoJSONSource, LngLatBounds } from 'maplibre-gl';
import { ground, ready } from './ground';
import { Pins } from './pins';
import { doubts, load, perimeters } from './sites';
import { type Sheet, spacesOf } from './spaces';

/** The outline, or two or three kilometres around the access point. */
function frame({ geometry, perimeter }: Sheet): LngLatBounds {
  const [lng, lat] = geometry.coordinates as [number, number];
  if (!perimeter) return new LngLatBounds([lng - 0.03, lat - 0.02], [lng + 0.03, lat + 0.02]);
  const rings = perimeter.type === 'Polygon' ? perimeter.coordinates : perimeter.coordinates.flat();
  return rings.flat().reduce((all, point) => all.extend(point as [number, number]), new LngLatBounds([lng, lat], [lng, lat]));
}

/** The map of one sheet: the site, its outline and its spaces by name, and nothing to look for. */
export async function siteMap(element: HTMLElement): Promise<void> {
  const site = await load<Sheet>(element.dataset['features'] ?? '');
  const spaces = spacesOf([site]);
  const closest = spaces.features.length > 0 ? 16 : 13;
  const map = await ground(element, frame(site), `Carte de situation : ${site.properties.name}`, closest);
  map.scrollZoom.disable();
  const pins = new Pins(map, { choose: () => undefined });
  pins.show([site]);
  pins.select(site.properties.slug);
  await ready(map);
  map.setLayerZoomRange('space', 0, 24);
  map.setLayerZoomRange('space-line', 0, 24);
  map.setLayerZoomRange('space-name', 12, 24);
  (map.getSource('perimeters') as GeoJSONSource).setData(perimeters([site]));
  (map.getSource('doubts') as GeoJSONSource).setData(doubts([site]));
  (map.getSource('spaces') as GeoJSONSource).setData(spaces);
}
