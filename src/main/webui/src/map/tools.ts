import type { Map } from 'maplibre-gl';
import { Drawing } from './drawing';
import { FileTrouble, outlineOf } from './file';
import { whereAmI } from './near';
import type { Ring } from './shape';
import { asZone, elsewhere, reaches } from './zone';

const MOVE = 'terrain.chercher-en-bougeant';
const NEAR_KM = '10';
const OUTSIDE = 'Ce lieu est hors de la Métropole.';

/** The ways to say where to look: around me, a zone drawn, a file, the map as it moves. */
export class Tools {
  readonly drawing: Drawing;
  private readonly panel: HTMLDetailsElement;
  private readonly said: HTMLElement;
  private readonly moving: HTMLInputElement;

  constructor(
    private readonly element: HTMLElement,
    map: Map,
    private readonly go: (url: URL) => void,
    again: () => void,
  ) {
    this.panel = element.querySelector<HTMLDetailsElement>('.map-tools')!;
    this.said = element.querySelector<HTMLElement>('.map-said')!;
    this.drawing = new Drawing(element, map, (ring) => this.drawn(ring, again));
    this.moving = this.panel.querySelector<HTMLInputElement>('input[type="checkbox"]')!;
    this.moving.checked = sessionStorage.getItem(MOVE) !== null;
    this.moving.addEventListener('change', () => this.keepMoving());
    this.button('near').addEventListener('click', () => void this.near());
    this.button('draw').addEventListener('click', () => {
      this.panel.open = false;
      this.say('');
      this.drawing.start();
    });
    const input = this.panel.querySelector<HTMLInputElement>('input[type="file"]')!;
    input.addEventListener('change', () => {
      if (input.files?.[0]) void this.file(input.files[0]);
      input.value = '';
    });
    this.takeDropped();
  }

  /** Whether the search follows the map. */
  get follows(): boolean {
    return this.moving.checked;
  }

  private button = (name: string) => this.panel.querySelector<HTMLButtonElement>(`[data-tool="${name}"]`)!;

  private keepMoving(): void {
    if (this.moving.checked) sessionStorage.setItem(MOVE, '');
    else sessionStorage.removeItem(MOVE);
  }

  private drawn(ring: Ring | null, again: () => void): void {
    again();
    if (ring) this.search(ring, '');
    else this.panel.querySelector('summary')?.focus();
  }

  private search(ring: Ring, note: string): void {
    if (!reaches(ring)) return this.say(OUTSIDE);
    this.say(note);
    this.go(elsewhere(location.href, { zone: asZone(ring) }));
  }

  private async near(): Promise<void> {
    this.say('Position demandée…');
    try {
      const [lng, lat] = await whereAmI();
      if (!reaches([[lng, lat]])) return this.say(`${OUTSIDE} Choisissez une commune.`);
      this.say('');
      this.go(elsewhere(location.href, { pres: `${lng.toFixed(4)},${lat.toFixed(4)}`, rayon: NEAR_KM }));
    } catch (trouble) {
      this.say((trouble as Error).message);
    }
  }

  private async file(file: File): Promise<void> {
    try {
      const { ring, note } = await outlineOf(file);
      this.panel.open = false;
      this.search(ring, note);
    } catch (trouble) {
      this.say(trouble instanceof FileTrouble ? trouble.message : 'Ce fichier n’a pas pu être lu.');
    }
  }

  private takeDropped(): void {
    this.element.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.element.dataset['over'] = '';
    });
    this.element.addEventListener('dragleave', () => delete this.element.dataset['over']);
    this.element.addEventListener('drop', (event) => {
      event.preventDefault();
      delete this.element.dataset['over'];
      const file = event.dataTransfer?.files[0];
      if (file) void this.file(file);
    });
  }

  private say(words: string): void {
    this.said.textContent = words;
  }
}
