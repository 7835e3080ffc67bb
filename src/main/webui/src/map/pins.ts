import { type Map, Marker } from 'maplibre-gl';
import iconsUrl from '../icons.svg?url';
import { apart, gather, type Gathered } from './gather';
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
  pin.dataset['name'] = site.name;
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

/** What the page does when a pin is chosen, and when one is pointed at or no longer. */
export interface Ways {
  choose: (site: SiteFeature) => void;
  point?: (slugs: string[]) => void;
}

/**
 * The sites on the map as buttons, gathered into groups where they would overlap. They are plain elements over the map: they do
 * not wait for its drawing. One tab stop for all: arrows go from pin to pin, west to east.
 */
export class Pins {
  private readonly shown = new globalThis.Map<string, { marker: Marker; group: Gathered }>();
  private sites: SiteFeature[] = [];
  private level?: number;
  private chosen?: string;
  private pointed?: string;

  constructor(
    private readonly map: Map,
    private readonly ways: Ways,
  ) {
    map.on('moveend', () => this.refresh());
    map.on('resize', () => this.refresh());
    map.on('zoom', () => {
      if (Math.floor(map.getZoom()) !== this.level) this.refresh();
    });
    map.getContainer().addEventListener('keydown', (event) => this.walk(event));
  }

  show(sites: SiteFeature[]): void {
    this.sites = sites;
    for (const { marker } of this.shown.values()) marker.remove();
    this.shown.clear();
    if (this.chosen && !this.site(this.chosen)) this.select(undefined);
    this.refresh();
  }

  site = (slug: string): SiteFeature | undefined => this.sites.find(({ properties }) => properties.slug === slug);

  /** The sites whose access point is in view. */
  inView(): SiteFeature[] {
    const bounds = this.map.getBounds();
    return this.sites.filter(({ geometry }) => bounds.contains(geometry.coordinates as [number, number]));
  }

  /** Rings a site, or the group that hides it; nothing to ring without one. */
  select(slug: string | undefined): void {
    this.chosen = slug;
    this.mark();
  }

  /** Shows lightly where a site is, while somebody reads it in the list. */
  point(slug: string | undefined): void {
    this.pointed = slug;
    this.mark();
  }

  focus(slug: string): void {
    this.elements().find(({ group }) => holds(group, slug))?.element.focus({ preventScroll: true });
  }

  private refresh(): void {
    this.level = Math.floor(this.map.getZoom());
    const bounds = this.map.getBounds();
    const near = gather(this.sites, this.map.getZoom()).filter(({ at }) => bounds.contains(at));
    const wanted = new globalThis.Map(near.map((group) => [group.key, group]));
    for (const [key, { marker }] of this.shown) {
      if (wanted.has(key) || marker.getElement() === document.activeElement) continue;
      marker.remove();
      this.shown.delete(key);
    }
    for (const [key, group] of wanted) if (!this.shown.has(key)) this.add(key, group);
    this.mark();
  }

  private add(key: string, group: Gathered): void {
    const [site] = group.sites as [SiteFeature];
    const single = group.sites.length === 1;
    const element = single ? pinOf(site) : groupPin(group.sites.length);
    const slugs = group.sites.map(({ properties }) => properties.slug);
    element.type = 'button';
    element.tabIndex = -1;
    element.addEventListener('click', () => (single ? this.ways.choose(site) : this.open(group)));
    for (const kind of ['pointerenter', 'focus']) element.addEventListener(kind, () => this.ways.point?.(slugs));
    for (const kind of ['pointerleave', 'blur']) element.addEventListener(kind, () => this.ways.point?.([]));
    const marker = new Marker({ element, offset: group.aside }).setLngLat(group.at).addTo(this.map);
    this.shown.set(key, { marker, group });
  }

  private elements = () =>
    [...this.shown.values()]
      .sort((a, b) => a.marker.getLngLat().lng - b.marker.getLngLat().lng)
      .map(({ marker, group }) => ({ element: marker.getElement(), group }));

  private mark(): void {
    const pins = this.elements();
    for (const { element, group } of pins) {
      element.classList.toggle('pin--on', holds(group, this.chosen));
      element.classList.toggle('pin--seen', holds(group, this.pointed));
    }
    if (!pins.some(({ element }) => element.tabIndex === 0)) pins[0]?.element.setAttribute('tabindex', '0');
  }

  private open({ sites, at }: Gathered): void {
    const zoom = apart(sites, this.map.getZoom());
    this.map.once('moveend', () => this.focus(sites[0]!.properties.slug));
    (document.activeElement as HTMLElement | null)?.blur();
    this.map.easeTo({ center: at, zoom, animate: !calm() });
  }

  private walk(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const pins = this.elements().map(({ element }) => element);
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

const holds = (group: Gathered, slug: string | undefined) =>
  slug !== undefined && group.sites.some(({ properties }) => properties.slug === slug);
