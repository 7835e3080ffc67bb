/** What every page adds to its plain HTML: closing menus, focusing the error summary, posting a form once. */
import './favicon.svg?url';
import './icons.svg?url';
import { keepComparison } from './compare';

document.documentElement.dataset['js'] = '';

const menus = 'details.menu, details.facet--menu';

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = (event.target as Element).closest<HTMLDetailsElement>(menus);
  if (!open?.open) return;
  open.open = false;
  open.querySelector('summary')?.focus();
});

document.addEventListener('click', (event) => {
  document.querySelectorAll<HTMLDetailsElement>(menus).forEach((menu) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
});

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== 'post') return;
  if (form.dataset['sent'] !== undefined) event.preventDefault();
  form.dataset['sent'] = '';
});

window.addEventListener('pageshow', () => {
  document.querySelectorAll<HTMLFormElement>('form[data-sent]').forEach((form) => delete form.dataset['sent']);
});

document.querySelector<HTMLElement>('.error-summary')?.focus();

keepComparison();

document.querySelectorAll<HTMLButtonElement>('button[data-copy]').forEach((button) => {
  const field = document.getElementById(button.dataset['copy'] ?? '') as HTMLInputElement | null;
  if (!field || !('clipboard' in navigator)) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset['done'] ?? '';
  });
});
