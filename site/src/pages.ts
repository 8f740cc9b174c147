// What the written pages gain with JavaScript: the table of plugins can be searched and sorted. Nothing is fetched.
import { element } from './dom/dom';

type Order = 'ascending' | 'descending';

function valueOf(row: HTMLTableRowElement, column: number): number | string {
  const cell = row.cells[column];
  const value = cell?.dataset['value'];
  return value === undefined ? (cell?.textContent ?? '') : Number(value);
}

function compare(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [first, second] = [String(one), String(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function sortBy(table: HTMLTableElement, head: HTMLTableCellElement, order: Order): void {
  const body = table.tBodies[0];
  if (!body) return;
  const sign = order === 'ascending' ? 1 : -1;
  const rows = [...body.rows];
  rows.sort((a, b) => sign * compare(valueOf(a, head.cellIndex), valueOf(b, head.cellIndex)));
  body.append(...rows);
  for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', order);
}

function makeSortable(table: HTMLTableElement): void {
  for (const head of table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')) {
    const first: Order = head.dataset['sort'] === 'number' ? 'descending' : 'ascending';
    const button = element('button', { type: 'button' }, head.textContent ?? '');
    button.addEventListener('click', () => {
      const now = head.getAttribute('aria-sort');
      sortBy(table, head, now === null ? first : now === 'ascending' ? 'descending' : 'ascending');
    });
    head.replaceChildren(button);
  }
}

/** The address keeps what was searched for, so that it can be shared. */
function keepInAddress(words: string): void {
  const address = new URL(location.href);
  if (words === '') address.searchParams.delete('search');
  else address.searchParams.set('search', words);
  try {
    history.replaceState(null, '', address);
  } catch {
    // A file on the disk has no address to change.
  }
}

function makeSearchable(table: HTMLTableElement, search: HTMLInputElement): void {
  const found = document.getElementById('found');
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const names = rows.map((row) => (row.cells[0]?.textContent ?? '').toLowerCase());
  const filter = (): void => {
    const words = search.value.trim().toLowerCase();
    let shown = 0;
    rows.forEach((row, place) => {
      row.hidden = !(names[place] ?? '').includes(words);
      if (!row.hidden) shown += 1;
    });
    if (found) found.textContent = words === '' ? '' : shown === 0 ? 'No plugin has this in its name.' : `${shown} of ${rows.length}`;
    keepInAddress(words);
  };
  search.addEventListener('input', filter);
  search.value = new URLSearchParams(location.search).get('search') ?? '';
  if (search.value !== '') filter();
  const place = search.closest<HTMLElement>('.search');
  if (place) place.hidden = false;
}

const plugins = document.querySelector<HTMLTableElement>('#plugins');
if (plugins) {
  makeSortable(plugins);
  const search = document.querySelector<HTMLInputElement>('#search');
  if (search) makeSearchable(plugins, search);
}
document.documentElement.dataset['ready'] = 'true';
