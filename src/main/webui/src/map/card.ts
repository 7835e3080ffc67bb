import type { SiteFeature } from './sites';

/** The card over the map that shows the chosen site. */
export class Card {
  private readonly element: HTMLElement;

  constructor(map: HTMLElement, close: () => void) {
    this.element = map.querySelector<HTMLElement>('.map-card')!;
    this.element.querySelector('button')!.addEventListener('click', close);
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  show({ properties }: SiteFeature, window: string): void {
    const { slug, name, categoryLabel, commune, positionConfidence } = properties;
    const say = (part: string, words: string) =>
      (this.element.querySelector(`[data-part="${part}"]`)!.textContent = words);
    say('category', categoryLabel);
    say('commune', commune);
    say('position', positionConfidence === 'LOW' ? 'Position approximative, à 1 ou 2 kilomètres près.' : '');
    say('window', window);
    const link = this.element.querySelector('a')!;
    link.textContent = name;
    const dates = new URLSearchParams(location.search);
    const kept = ['du', 'au'].filter((key) => dates.get(key)).map((key) => `${key}=${dates.get(key)}`);
    link.href = `/sites/${slug}${kept.length ? `?${kept.join('&')}` : ''}`;
    this.element.querySelector('button')!.setAttribute('aria-label', `Fermer l’aperçu : ${name}`);
    this.element.hidden = false;
  }

  focus(): void {
    this.element.querySelector('a')?.focus();
  }

  hide(): void {
    this.element.hidden = true;
  }
}
