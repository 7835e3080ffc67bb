/** The map island: loaded only by pages with a map; without it, the list says the same. */
import { searchMap } from './map/search';
import { siteMap } from './map/site';

const islands: Record<string, (element: HTMLElement) => Promise<void>> = { search: searchMap, site: siteMap };

document.querySelectorAll<HTMLElement>('[data-map]').forEach((element) => {
  islands[element.dataset['map'] ?? '']?.(element).catch((cause: unknown) => {
    console.warn('map not drawn', cause);
    element.querySelector('.map-off')?.removeAttribute('hidden');
    element.dataset['off'] = '';
  });
});
