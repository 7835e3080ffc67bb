const KEPT = 'terrain.comparer';
const MOST = 4;

const kept = () => (sessionStorage.getItem(KEPT) ?? '').split(' ').filter(Boolean);
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[name="site"][form="comparaison"]')];

function words(count: number): string {
  if (count === 0) return 'Quatre au plus.';
  if (count === MOST) return 'Quatre terrains cochés. Décochez-en un pour en choisir un autre.';
  return count === 1 ? '1 terrain coché, quatre au plus.' : `${count} terrains cochés, quatre au plus.`;
}

/** Shows what is kept: boxes ticked, the others of the same search sent along unseen. */
function show(): void {
  const form = document.getElementById('comparaison');
  if (!form) return;
  const chosen = kept();
  const here = boxes();
  for (const box of here) {
    box.checked = chosen.includes(box.value);
    box.disabled = !box.checked && chosen.length >= MOST;
  }
  form.querySelectorAll('input[data-elsewhere]').forEach((input) => input.remove());
  for (const slug of chosen.filter((one) => !here.some((box) => box.value === one))) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name: 'site', value: slug });
    input.dataset['elsewhere'] = '';
    form.append(input);
  }
  form.querySelector('[role="status"]')!.textContent = words(chosen.length);
}

/** Keeps which sites are ticked for the comparison while one searches on, four at most. */
export function keepComparison(): void {
  document.addEventListener('change', ({ target }) => {
    const box = target as HTMLInputElement;
    if (box.getAttribute('form') !== 'comparaison') return;
    const others = kept().filter((slug) => slug !== box.value);
    sessionStorage.setItem(KEPT, (box.checked ? [...others, box.value].slice(0, MOST) : others).join(' '));
    show();
  });
  document.addEventListener('terrain:turned', show);
  window.addEventListener('pageshow', show);
  show();
}
