import { calm } from './ground';

export const list = () => document.querySelector<HTMLElement>('[data-features]');

/** Asks the server for the same page with other filters, and puts its living parts in place of ours. */
export async function turnTo(url: URL, push: boolean): Promise<void> {
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
  document.dispatchEvent(new Event('terrain:turned'));
}

export function query(form: HTMLFormElement): URL {
  const url = new URL(form.action);
  const given = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
  url.search = new URLSearchParams(given).toString();
  return url;
}

/** Brings a result into view where the list scrolls by itself; never moves the page under the map. */
export function reveal(article: HTMLElement): void {
  const column = article.closest<HTMLElement>('.search-list');
  if (!column || column.scrollHeight <= column.clientHeight) return;
  const above = article.getBoundingClientRect().top - column.getBoundingClientRect().top;
  column.scrollBy({ top: above - column.clientHeight / 3, behavior: calm() ? 'auto' : 'smooth' });
}

/** Marks in the list the chosen site, or those that the map points at. */
export function markResults(name: 'aria-current' | 'data-seen', slugs: string[]): HTMLElement | undefined {
  let marked: HTMLElement | undefined;
  list()
    ?.querySelectorAll<HTMLElement>('.result')
    .forEach((article) => {
      if (slugs.includes(article.dataset['slug'] ?? '')) (marked = article).setAttribute(name, 'true');
      else article.removeAttribute(name);
    });
  return marked;
}
