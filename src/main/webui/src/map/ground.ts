import {
  type ExpressionSpecification,
  type LayerSpecification,
  type LineLayerSpecification,
  type LngLatBoundsLike,
  Map,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import communes from 'terrain:communes';
import land from 'terrain:ground';

/** West, south, east, north of the Métropole, in degrees. */
export const TERRITORY: [number, number, number, number] = [4.73, 43.15, 5.82, 43.78];

const FAMILIES = ['technopole', 'port', 'echange', 'nature', 'projet', 'infra', 'labo', 'usine'];
/** From so many inhabitants on, a commune's name is written larger. */
const TOWN = 40_000;
const EMPTY = { type: 'FeatureCollection' as const, features: [] };

setWorkerUrl(new URL(workerUrl, location.href).href);

/** The value of a design token: the map is drawn with the same colours as the page. */
const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

const bySize = (town: number, other: number): ExpressionSpecification => [
  'case',
  ['>=', ['get', 'population'], TOWN],
  town,
  other,
];

const line = (id: string, source: string, colour: string, dashed = false): LineLayerSpecification => ({
  id,
  type: 'line',
  source,
  paint: { 'line-color': colour, 'line-width': 2, ...(dashed && { 'line-dasharray': [2, 1.5] }) },
});

/** What is drawn as a surface: where an approximate place may be, outlines, spaces from close by, and the search area. */
function areas(colour: string): LayerSpecification[] {
  const pine = token('pine');
  return [
    { id: 'doubt', type: 'fill', source: 'doubts', minzoom: 10, paint: { 'fill-color': colour, 'fill-opacity': 0.08 } },
    { ...line('doubt-line', 'doubts', colour, true), minzoom: 10 },
    { id: 'perimeter', type: 'fill', source: 'perimeters', paint: { 'fill-color': colour, 'fill-opacity': 0.18 } },
    { ...line('perimeter-line', 'perimeters', colour), filter: ['!', ['get', 'rough']] },
    { ...line('perimeter-rough', 'perimeters', colour, true), filter: ['get', 'rough'] },
    { id: 'space', type: 'fill', source: 'spaces', minzoom: 13, paint: { 'fill-color': '#FFFFFF', 'fill-opacity': 0.55 } },
    { ...line('space-line', 'spaces', token('ink')), minzoom: 13 },
    { id: 'zone', type: 'fill', source: 'zone', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': pine, 'fill-opacity': 0.07 } },
    line('zone-line', 'zone', pine, true),
    {
      id: 'zone-corner',
      type: 'circle',
      source: 'zone',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': 5, 'circle-color': '#FFFFFF', 'circle-stroke-color': pine, 'circle-stroke-width': 3 },
    },
  ];
}

function style(): StyleSpecification {
  const family = ['match', ['get', 'family'], ...FAMILIES.flatMap((f) => [f, token(`cat-${f}`)]), token('cat-infra')];
  const colour = family as unknown as string;
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land },
      communes: { type: 'geojson', data: communes },
      perimeters: { type: 'geojson', data: EMPTY },
      doubts: { type: 'geojson', data: EMPTY },
      spaces: { type: 'geojson', data: EMPTY },
      zone: { type: 'geojson', data: EMPTY },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': token('map-water') } },
      {
        id: 'shore',
        type: 'line',
        source: 'land',
        paint: {
          'line-color': '#DCEAEA',
          'line-width': ['interpolate', ['linear'], ['zoom'], 8, 5, 13, 12],
        },
      },
      {
        id: 'land',
        type: 'fill',
        source: 'land',
        paint: { 'fill-color': token('map-land'), 'fill-outline-color': '#9DBBBD' },
      },
      ...areas(colour),
      {
        id: 'commune',
        type: 'symbol',
        source: 'communes',
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['Source Sans Carte'],
          'text-size': ['interpolate', ['linear'], ['zoom'], 8, bySize(15, 12), 13, bySize(19, 15)],
          'symbol-sort-key': ['-', 0, ['get', 'population']],
        },
        paint: { 'text-color': token('map-label'), 'text-halo-color': token('map-land'), 'text-halo-width': 1.5 },
      },
      {
        id: 'space-name',
        type: 'symbol',
        source: 'spaces',
        minzoom: 14,
        layout: { 'text-field': ['get', 'name'], 'text-font': ['Source Sans Carte'], 'text-size': 14, 'text-max-width': 9 },
        paint: { 'text-color': token('ink'), 'text-halo-color': '#FFFFFF', 'text-halo-width': 2 },
      },
    ],
  };
}

const tile = (template: string, z: number, x: number, y: number) =>
  template.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`);

/** Lays the configured base map over the ground, when one tile of it answers within three seconds; else says nothing. */
async function layBase(map: Map, template: string, credit: HTMLElement | null): Promise<void> {
  const answer = await fetch(tile(template, 9, 263, 187), { signal: AbortSignal.timeout(3000) }).catch(() => undefined);
  if (!answer?.ok) return;
  map.addSource('base', { type: 'raster', tiles: [template], tileSize: 256, maxzoom: 18 });
  map.addLayer({ id: 'base', type: 'raster', source: 'base', paint: { 'raster-saturation': -0.35 } }, 'doubt');
  map.setLayoutProperty('commune', 'visibility', 'none');
  if (credit?.dataset['base']) credit.textContent = credit.dataset['base'];
}

/** Resolves once the map can take what is drawn on it. */
export const ready = (map: Map): Promise<void> =>
  map.getSource('zone') ? Promise.resolve() : new Promise((resolve) => void map.once('style.load', () => resolve()));

function buttons(element: HTMLElement, map: Map): void {
  const zoom = (way: 'in' | 'out') => {
    const act = way === 'in' ? map.zoomIn : map.zoomOut;
    element
      .querySelector(`[data-zoom="${way}"]`)
      ?.addEventListener('click', (originalEvent) => act.call(map, { animate: !calm() }, { originalEvent }));
  };
  zoom('in');
  zoom('out');
}

/**
 * Draws the territory into the element, at most at the closest zoom to begin with. Pins can be laid on it at once, without
 * waiting for the drawing, which is slow where the processor draws; throws where the browser cannot draw at all.
 */
export async function ground(element: HTMLElement, bounds: LngLatBoundsLike, label: string, closest = 17): Promise<Map> {
  await document.fonts.load('16px "Source Sans Carte"').catch(() => []);
  const container = element.querySelector<HTMLElement>('.map-ground');
  if (!container) throw new Error('no place for the map');
  const map = new Map({
    container,
    style: style(),
    bounds,
    fitBoundsOptions: { padding: 40, maxZoom: closest },
    maxBounds: [
      [3.9, 42.7],
      [6.6, 44.2],
    ],
    maxZoom: 17,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    cooperativeGestures: false,
    fadeDuration: calm() ? 0 : 200,
    locale: { 'Map.Title': label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.on('error', ({ error }) => console.warn('map', error));
  const { base } = element.dataset;
  if (base) void ready(map).then(() => layBase(map, base, element.querySelector<HTMLElement>('.map-credit')));
  buttons(element, map);
  return map;
}
