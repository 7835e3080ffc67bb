import { type GeoJSONSource, type Map, Marker } from 'maplibre-gl';
import type { Position } from 'geojson';
import iconsUrl from '../icons.svg?url';
import { calm } from './ground';
import type { SiteFeature } from './sites';

const SVG = 'http://www.w3.org/2000/svg';

function pictogram(name: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'ico');
  svg.setAttribute('aria-hidden', 'true');
  svg.appendChild(document.createElementNS(SVG, 'use')).setAttribute('href', `${iconsUrl}#i-${name}`);
  return svg;
}

function pinOf({ properties: site }: SiteFeature): HTMLButtonElement {
  const pin = document.createElement('button');
  const approximate = site.positionConfidence === 'LOW';
  pin.className = approximate ? 'pin pin--approx' : 'pin';
  pin.dataset['cat'] = site.family;
  pin.dataset['slug'] = site.slug;
  pin.append(pictogram(site.family));
  const place = approximate ? `${site.commune}, position approximative` : site.commune;
  pin.setAttribute('aria-label', `${site.name}, ${site.categoryLabel.toLowerCase()}, ${place}`);
  return pin;
}

function groupPin(count: number): HTMLButtonElement {
  const pin = document.createElement('button');
  pin.className = count > 15 ? 'pin pin--group pin--many' : 'pin pin--group';
  pin.textContent = `${count}`;
  pin.setAttribute('aria-label', `${count} terrains ici, agrandir la carte`);
  return pin;
}

/**
 * The sites on the map as buttons, gathered into groups where they would overlap. One tab stop for all: arrows go from pin to
 * pin, west to east.
 */
export class Pins {
  private readonly shown = new globalThis.Map<string, Marker>();
  private readonly halo: Marker;
  private sites = new globalThis.Map<string, SiteFeature>();
  private chosen?: string;

  constructor(
    private readonly map: Map,
    private readonly choose: (site: SiteFeature) => void,
  ) {
    const ring = document.createElement('div');
    ring.className = 'pin-halo';
    this.halo = new Marker({ element: ring });
    map.addSource('sites', {
      type: 'geojson',
      data: { type: 'FeatureCollection', features: [] },
      cluster: true,
      clusterRadius: 42,
      clusterMaxZoom: 13,
    });
    // The source is only clustered while a layer uses it: a circle that draws nothing.
    map.addLayer({ id: 'sites', type: 'circle', source: 'sites', paint: { 'circle-radius': 0, 'circle-opacity': 0 } });
    map.on('render', () => {
      if (map.isSourceLoaded('sites')) this.refresh();
    });
    map.getContainer().addEventListener('keydown', (event) => this.walk(event));
  }

  show(sites: SiteFeature[]): void {
    this.sites = new globalThis.Map(sites.map((site) => [site.properties.slug, site]));
    for (const marker of this.shown.values()) marker.remove();
    this.shown.clear();
    if (this.chosen && !this.sites.has(this.chosen)) this.select(undefined);
    (this.map.getSource('sites') as GeoJSONSource).setData({ type: 'FeatureCollection', features: sites });
  }

  site = (slug: string): SiteFeature | undefined => this.sites.get(slug);

  /** Rings a site, also while it hides in a group; nothing to ring without one. */
  select(slug: string | undefined): void {
    this.chosen = slug;
    const site = slug ? this.sites.get(slug) : undefined;
    if (site) this.halo.setLngLat(site.geometry.coordinates as [number, number]).addTo(this.map);
    else this.halo.remove();
    this.mark();
  }

  focus(slug: string): void {
    this.shown.get(slug)?.getElement().focus({ preventScroll: true });
  }

  private refresh(): void {
    const here = new Set<string>();
    for (const feature of this.map.querySourceFeatures('sites')) {
      const { cluster_id: group, point_count: count, slug } = feature.properties as Record<string, never>;
      const key = group === undefined ? `${slug}` : `group-${group}`;
      here.add(key);
      if (this.shown.has(key)) continue;
      const site = this.sites.get(key);
      const element = site ? pinOf(site) : groupPin(Number(count));
      if (!site && group === undefined) continue;
      const at = site ? site.geometry.coordinates : (feature.geometry as { coordinates: Position }).coordinates;
      element.type = 'button';
      element.tabIndex = -1;
      element.addEventListener('click', () => (site ? this.choose(site) : void this.open(Number(group), at)));
      this.shown.set(key, new Marker({ element }).setLngLat(at as [number, number]).addTo(this.map));
    }
    for (const [key, marker] of this.shown) {
      if (here.has(key)) continue;
      marker.remove();
      this.shown.delete(key);
    }
    this.mark();
  }

  private mark(): void {
    const pins = this.inOrder();
    for (const [key, marker] of this.shown) marker.getElement().classList.toggle('pin--on', key === this.chosen);
    if (!pins.some((pin) => pin.tabIndex === 0)) pins[0]?.setAttribute('tabindex', '0');
  }

  private async open(group: number, at: Position): Promise<void> {
    const zoom = await (this.map.getSource('sites') as GeoJSONSource).getClusterExpansionZoom(group);
    this.map.easeTo({ center: at as [number, number], zoom, animate: !calm() });
    this.map.once('idle', () => this.inOrder()[0]?.focus({ preventScroll: true }));
  }

  private inOrder(): HTMLElement[] {
    return [...this.shown.values()]
      .sort((a, b) => a.getLngLat().lng - b.getLngLat().lng)
      .map((marker) => marker.getElement());
  }

  private walk(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const pins = this.inOrder();
    const at = pins.indexOf(event.target as HTMLElement);
    if (!step || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = pins[(at + step + pins.length) % pins.length]!;
    pins[at]!.tabIndex = -1;
    next.tabIndex = 0;
    next.focus({ preventScroll: true });
  }
}
