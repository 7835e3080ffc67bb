import type { GeoJSONSource, Map } from 'maplibre-gl';
import { crosses, type Ring } from './shape';
import { drawn, MOST_CORNERS } from './zone';

const part = (element: HTMLElement, name: string) => element.querySelector<HTMLButtonElement>(`[data-draw="${name}"]`)!;

/**
 * Drawing a zone, point after point: where one presses, or with Enter at the cross in the middle of the map, which the arrows
 * move. Backspace takes the last point away, Escape gives up.
 */
export class Drawing {
  private readonly bar: HTMLElement;
  private readonly said: HTMLElement;
  private ring: Ring = [];
  active = false;

  constructor(
    private readonly element: HTMLElement,
    private readonly map: Map,
    private readonly done: (ring: Ring | null) => void,
  ) {
    this.bar = element.querySelector<HTMLElement>('.map-draw')!;
    this.said = this.bar.querySelector<HTMLElement>('[role="status"]')!;
    part(element, 'add').addEventListener('click', () => this.addCentre());
    part(element, 'undo').addEventListener('click', () => this.undo());
    part(element, 'end').addEventListener('click', () => this.end());
    part(element, 'cancel').addEventListener('click', () => this.stop(null));
    map.on('click', ({ lngLat }) => this.add([lngLat.lng, lngLat.lat]));
    map.getCanvas().addEventListener('keydown', (event) => this.key(event));
  }

  start(): void {
    this.active = true;
    this.element.dataset['drawing'] = '';
    this.bar.hidden = false;
    this.ring = [];
    this.show();
    this.map.getCanvas().focus({ preventScroll: true });
  }

  /** Leaves the drawing, with a zone or without. */
  stop(ring: Ring | null): void {
    if (!this.active) return;
    this.active = false;
    delete this.element.dataset['drawing'];
    this.bar.hidden = true;
    this.done(ring);
  }

  private addCentre(): void {
    const { lng, lat } = this.map.getCenter();
    this.add([lng, lat]);
  }

  private add(point: [number, number]): void {
    if (!this.active || this.ring.length >= MOST_CORNERS) return;
    this.ring.push(point);
    this.show();
  }

  private undo(): void {
    this.ring.pop();
    this.show();
  }

  private end(): void {
    if (this.ring.length < 3) this.say('Posez au moins trois points.');
    else if (crosses(this.ring)) this.say('Le tracé se croise. Retirez le dernier point ou recommencez.');
    else this.stop(this.ring);
  }

  private key(event: KeyboardEvent): void {
    const act = { Enter: () => this.addCentre(), Backspace: () => this.undo(), Escape: () => this.stop(null) }[event.key];
    if (!this.active || !act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  private show(): void {
    (this.map.getSource('zone') as GeoJSONSource | undefined)?.setData(drawn(this.ring, true));
    const count = this.ring.length;
    this.say(count === 0 ? 'Aucun point posé' : count === 1 ? '1 point posé' : `${count} points posés`);
  }

  private say(words: string): void {
    this.said.textContent = words;
  }
}
