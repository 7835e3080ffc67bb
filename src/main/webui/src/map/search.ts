import { type GeoJSONSource, LngLatBounds, type Map } from 'maplibre-gl';
import { calm, ground, TERRITORY } from './ground';
import { Pins } from './pins';
import { load, perimeters, type SiteCollection, type SiteFeature } from './sites';

const list = () => document.querySelector<HTMLElement>('[data-features]');
const zone = () => new URLSearchParams(location.search).get('zone')?.split(',').map(Number);

/** Asks the server for the same page with other filters, and puts its living parts in place of ours. */
async function turnTo(url: URL, push: boolean): Promise<void> {
  const answer = await fetch(url, { headers: { Accept: 'text/html' } });
  if (answer.status !== 200) return location.assign(url);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focused = document.activeElement?.id;
  document.querySelectorAll('[data-live]').forEach((part) => {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceWith(document.adoptNode(fresh));
  });
  document.title = page.title;
  if (push) history.pushState(null, '', url);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  const said = document.getElementById('annonce');
  if (said) said.textContent = document.querySelector('[data-count]')?.textContent ?? '';
}

function query(form: HTMLFormElement): URL {
  const url = new URL(form.action);
  const given = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  url.search = new URLSearchParams(given).toString();
  return url;
}

/** Brings a result into view where the list scrolls by itself; never moves the page under the map. */
function reveal(article: HTMLElement): void {
  const column = article.closest<HTMLElement>('.search-list');
  if (!column || column.scrollHeight <= column.clientHeight) return;
  const above = article.getBoundingClientRect().top - column.getBoundingClientRect().top;
  column.scrollBy({ top: above - column.clientHeight / 3, behavior: calm() ? 'auto' : 'smooth' });
}

class SearchMap {
  private readonly card: HTMLElement;
  private readonly here: HTMLElement;
  private readonly pins: Pins;

  constructor(
    element: HTMLElement,
    private readonly map: Map,
  ) {
    this.card = element.querySelector<HTMLElement>('.map-card')!;
    this.here = element.querySelector<HTMLElement>('.map-top')!;
    this.pins = new Pins(map, (site) => this.choose(site));
    map.on('moveend', (event) => {
      if ('originalEvent' in event && event.originalEvent) this.here.hidden = false;
    });
    this.here.querySelector('button')!.addEventListener('click', () => void this.searchHere());
    this.card.querySelector('button')!.addEventListener('click', () => this.close());
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !this.card.hidden) this.close();
    });
    document.addEventListener('submit', (event) => this.submitted(event));
    document.addEventListener('change', (event) => this.changed(event));
    document.addEventListener('click', (event) => this.followed(event));
    for (const kind of ['pointerover', 'focusin']) document.addEventListener(kind, (event) => this.pointed(event));
    window.addEventListener('popstate', () => void this.turn(new URL(location.href), false));
  }

  async showSites(frame: boolean): Promise<void> {
    const url = list()?.dataset['features'];
    if (!url) return;
    const { features } = await load<SiteCollection>(url);
    this.pins.show(features);
    (this.map.getSource('perimeters') as GeoJSONSource).setData(perimeters(features));
    if (frame && features.length > 0 && !zone()) {
      const bounds = features.reduce(
        (all, site) => all.extend(site.geometry.coordinates as [number, number]),
        new LngLatBounds(),
      );
      this.map.fitBounds(bounds, { padding: 56, maxZoom: 13, animate: !calm() });
    }
  }

  private async turn(url: URL, push: boolean, frame = true): Promise<void> {
    this.close(false);
    await turnTo(url, push);
    await this.showSites(frame);
  }

  private choose(site: SiteFeature): void {
    const { slug, name, categoryLabel, commune, positionConfidence } = site.properties;
    this.pins.select(slug);
    this.card.hidden = false;
    const say = (part: string, words: string) => (this.card.querySelector(`[data-part="${part}"]`)!.textContent = words);
    say('category', categoryLabel);
    say('commune', commune);
    say('position', positionConfidence === 'LOW' ? 'Position approximative.' : '');
    const article = this.mark(slug);
    say('window', article?.querySelector('.window')?.textContent?.trim() ?? '');
    const link = this.card.querySelector('a')!;
    link.textContent = name;
    const dates = new URLSearchParams(location.search);
    const kept = ['du', 'au'].filter((key) => dates.get(key)).map((key) => `${key}=${dates.get(key)}`);
    link.href = `/sites/${slug}${kept.length ? `?${kept.join('&')}` : ''}`;
    this.card.querySelector('button')!.setAttribute('aria-label', `Fermer l’aperçu : ${name}`);
    if (article) reveal(article);
  }

  private mark(slug: string | undefined): HTMLElement | undefined {
    let marked: HTMLElement | undefined;
    list()
      ?.querySelectorAll<HTMLElement>('.result')
      .forEach((article) => {
        if (article.dataset['slug'] === slug) (marked = article).setAttribute('aria-current', 'true');
        else article.removeAttribute('aria-current');
      });
    return marked;
  }

  private close(focus = true): void {
    if (this.card.hidden) return;
    this.card.hidden = true;
    const slug = list()?.querySelector<HTMLElement>('[aria-current]')?.dataset['slug'];
    this.pins.select(undefined);
    this.mark(undefined);
    if (focus && slug) this.pins.focus(slug);
  }

  private async searchHere(): Promise<void> {
    const [west, south, east, north] = this.map.getBounds().toArray().flat() as [number, number, number, number];
    const url = new URL(location.href);
    url.searchParams.set('zone', [west, south, east, north].map((degree) => degree.toFixed(4)).join(','));
    url.searchParams.delete('page');
    this.here.hidden = true;
    await this.turn(url, true, false);
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
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-turn]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.turn(new URL(link.href), true);
  }

  private pointed(event: Event): void {
    const slug = (event.target as Element).closest<HTMLElement>('.result')?.dataset['slug'];
    if (slug && this.card.hidden && this.pins.site(slug)) this.pins.select(slug);
  }
}

/** The map of the search page: map, list, filters and dates answer one question together. */
export async function searchMap(element: HTMLElement): Promise<void> {
  const [west, south, east, north] = zone() ?? TERRITORY;
  const map = await ground(element, [west!, south!, east!, north!], 'Carte des terrains');
  element.querySelector('.map-controls')?.removeAttribute('hidden');
  await new SearchMap(element, map).showSites(location.search !== '');
}
