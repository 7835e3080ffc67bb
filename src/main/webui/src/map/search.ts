import { type GeoJSONSource, LngLatBounds, type Map } from 'maplibre-gl';
import { Card } from './card';
import { calm, ground, ready, TERRITORY } from './ground';
import { Pins } from './pins';
import { doubts, load, perimeters, type SiteCollection, type SiteFeature } from './sites';
import { SPACES_FROM, Spaces } from './spaces';
import { Tools } from './tools';
import { list, markResults, query, reveal, turnTo } from './turn';
import { boundsOf, drawn, elsewhere, zoneOf } from './zone';

const CALM_AFTER_MOVE_MS = 350;

class SearchMap {
  private readonly card: Card;
  private readonly here: HTMLElement;
  private readonly pins: Pins;
  private readonly spaces: Spaces;
  private readonly tools: Tools;
  private soon?: ReturnType<typeof setTimeout>;
  private asked = 0;

  constructor(
    element: HTMLElement,
    private readonly map: Map,
  ) {
    this.card = new Card(element, () => this.close());
    this.here = element.querySelector<HTMLElement>('.map-top')!;
    this.pins = new Pins(map, {
      choose: (site) => this.choose(site),
      point: (slugs) => markResults('data-seen', slugs),
    });
    this.spaces = new Spaces(map);
    this.tools = new Tools(
      element,
      map,
      (url) => void this.turn(url, true),
      () => this.drawZone(),
    );
    map.on('moveend', (event) => this.moved('originalEvent' in event && Boolean(event.originalEvent)));
    this.here.querySelector('button')!.addEventListener('click', () => void this.searchHere(true));
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.card.open) this.close();
    });
    document.addEventListener('submit', (event) => this.submitted(event));
    document.addEventListener('change', (event) => this.changed(event));
    document.addEventListener('click', (event) => this.followed(event));
    for (const kind of ['pointerover', 'focusin']) document.addEventListener(kind, (event) => this.pointed(event));
    window.addEventListener('popstate', () => void this.turn(new URL(location.href), false));
  }

  /** The sites of the list's question on the map; an answer that comes after a newer question is left aside. */
  async showSites(frame: boolean): Promise<void> {
    const url = list()?.dataset['features'];
    if (!url) return;
    const turn = (this.asked += 1);
    const { features } = await load<SiteCollection>(url);
    if (turn !== this.asked) return;
    this.pins.show(features);
    this.offerToShow();
    if (frame) this.frame(features);
    await ready(this.map);
    (this.map.getSource('perimeters') as GeoJSONSource).setData(perimeters(features));
    (this.map.getSource('doubts') as GeoJSONSource).setData(doubts(features));
    this.drawZone();
  }

  private frame(features: SiteFeature[]): void {
    const zone = zoneOf(location.search);
    if (!zone && features.length === 0) return;
    const [first, ...others] = zone ?? features.map(({ geometry }) => geometry.coordinates);
    const start = first as [number, number];
    const bounds = others.reduce((all, point) => all.extend(point as [number, number]), new LngLatBounds(start, start));
    this.map.fitBounds(bounds, { padding: 56, maxZoom: 13, animate: !calm() });
  }

  private drawZone(): void {
    (this.map.getSource('zone') as GeoJSONSource | undefined)?.setData(drawn(zoneOf(location.search)));
  }

  private moved(byHand: boolean): void {
    void this.spaces.show(this.pins.inView());
    if (!byHand || this.tools.drawing.active) return;
    if (!this.tools.follows) return void (this.here.hidden = false);
    clearTimeout(this.soon);
    this.soon = setTimeout(() => void this.searchHere(false), CALM_AFTER_MOVE_MS);
  }

  private async turn(url: URL, push: boolean, frame = true): Promise<void> {
    this.close(false);
    await turnTo(url, push);
    await this.showSites(frame);
  }

  private choose(site: SiteFeature): void {
    const { slug } = site.properties;
    this.pins.select(slug);
    const article = markResults('aria-current', [slug]);
    this.card.show(site, article?.querySelector('.window')?.textContent?.trim() ?? '');
    if (article) reveal(article);
  }

  private close(focus = true): void {
    if (!this.card.open) return;
    this.card.hide();
    const slug = list()?.querySelector<HTMLElement>('[aria-current]')?.dataset['slug'];
    this.pins.select(undefined);
    markResults('aria-current', []);
    if (focus && slug) this.pins.focus(slug);
  }

  private async searchHere(push: boolean): Promise<void> {
    const edges = this.map.getBounds().toArray().flat();
    const url = elsewhere(location.href, { zone: edges.map((degree) => degree.toFixed(4)).join(',') });
    this.here.hidden = true;
    if (!push) history.replaceState(null, '', url);
    await this.turn(url, push, false);
  }

  private submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (!form.matches('[data-search]')) return;
    event.preventDefault();
    void this.turn(query(form), true);
  }

  /** A ticked filter answers at once; words and dates wait for the button. */
  private changed(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.type === 'checkbox' && input.form?.matches('[data-search]')) void this.turn(query(input.form), true);
  }

  private followed(event: MouseEvent): void {
    const target = event.target as Element;
    const shown = this.pins.site(target.closest<HTMLElement>('[data-show]')?.dataset['show'] ?? '');
    if (shown) return this.showOne(shown);
    const link = target.closest<HTMLAnchorElement>('a[data-turn]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.turn(new URL(link.href), true);
  }

  private showOne(site: SiteFeature): void {
    const center = site.geometry.coordinates as [number, number];
    this.map.easeTo({ center, zoom: Math.max(this.map.getZoom(), SPACES_FROM + 1), animate: !calm() });
    this.choose(site);
    this.card.focus();
  }

  private offerToShow(): void {
    document
      .querySelectorAll<HTMLElement>('[data-show]')
      .forEach((button) => (button.hidden = !this.pins.site(button.dataset['show'] ?? '')));
  }

  private pointed(event: Event): void {
    this.pins.point((event.target as Element).closest<HTMLElement>('.result')?.dataset['slug']);
  }
}

/** The map of the search page: map, list, filters and dates answer one question together. */
export async function searchMap(element: HTMLElement): Promise<void> {
  const zone = zoneOf(location.search);
  const map = await ground(element, zone ? boundsOf(zone) : TERRITORY, 'Carte des terrains');
  for (const part of ['.map-controls', '.map-tools', '.map-legend'])
    element.querySelector(part)?.removeAttribute('hidden');
  await new SearchMap(element, map).showSites(location.search !== '');
}
