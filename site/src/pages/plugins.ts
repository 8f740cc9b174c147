// The table of all plugins can be searched and sorted; the address keeps both.
import { element } from '../dom/dom';
import { chosen, keep } from './address';

type Order = 'ascending' | 'descending';
const orders: string[] = ['ascending', 'descending'];

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
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')];
  for (const [place, head] of heads.entries()) {
    const first: Order = head.dataset['sort'] === 'number' ? 'descending' : 'ascending';
    const button = element('button', { type: 'button' }, head.textContent ?? '');
    button.addEventListener('click', () => {
      const now = head.getAttribute('aria-sort');
      const order: Order = now === null ? first : now === 'ascending' ? 'descending' : 'ascending';
      sortBy(table, head, order);
      keep('sort', `${place + 1}-${order}`);
    });
    head.replaceChildren(button);
  }
  const [place, order] = chosen('sort').split('-');
  const head = heads[Number(place) - 1];
  if (head && orders.includes(order ?? '')) sortBy(table, head, order as Order);
}

function makeSearchable(table: HTMLTableElement, search: HTMLInputElement): void {
  const found = document.getElementById('found');
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const names = new Map(rows.map((row) => [row, (row.cells[0]?.textContent ?? '').toLowerCase()]));
  const say = (shown: number): string =>
    ((shown === 0 ? found?.dataset['none'] : found?.dataset['some']) ?? '')
      .replace('%1', String(shown)).replace('%2', String(rows.length));
  const filter = (): void => {
    const words = search.value.trim().toLowerCase();
    let shown = 0;
    for (const [row, name] of names) {
      row.hidden = !name.includes(words);
      if (!row.hidden) shown += 1;
    }
    if (found) found.textContent = words === '' ? '' : say(shown);
    keep('search', words);
  };
  search.addEventListener('input', filter);
  search.value = chosen('search');
  if (search.value !== '') filter();
  const place = search.closest<HTMLElement>('.search');
  if (place) place.hidden = false;
}

export function makePluginsSearchable(table: HTMLTableElement): void {
  makeSortable(table);
  const search = document.querySelector<HTMLInputElement>('#search');
  if (search) makeSearchable(table, search);
}
