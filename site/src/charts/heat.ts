import { type Cells, keysOf } from '../data/cells';
import type { Period, TableEntry } from '../data/model';
import { element } from '../dom/dom';
import { named, number } from '../words/format';
import { shownTitle } from '../words/names';

const steps = 5;

/** Two dimensions of one week or month as a coloured table: the numbers are text, so no second table is needed to read it. */
export function heat(
  cells: Cells,
  period: Period,
  names: { rows: string[]; columns: string[] },
  entry: TableEntry,
  shown: (dimension: number, value: string) => string,
): HTMLElement {
  const titles = entry.dimensions.map(shownTitle);
  const most = Math.max(1, ...cells.rows.filter((row) => row.period === period).map((row) => row.people));
  const head = element('tr', {}, element('th', { scope: 'col' }, titles[0] ?? ''));
  for (const column of names.columns) head.append(element('th', { scope: 'col' }, shown(1, column)));
  const body = element('tbody');
  for (const row of names.rows) {
    const line = element('tr', {}, element('th', { scope: 'row' }, ...breakable(shown(0, row))));
    for (const column of names.columns) {
      const people = cells.at(period, [row, column]);
      if (people === undefined) {
        const hidden = element('span', { class: 'aside' }, 'not published');
        line.append(element('td', { class: 'heat-none' }, element('span', { 'aria-hidden': 'true' }, '–'), hidden));
      } else {
        line.append(element('td', { class: `heat-${Math.ceil((people / most) * steps)}` }, number(people)));
      }
    }
    body.append(line);
  }
  return element('table', { class: 'heat' }, element('caption', { class: 'aside' }, `People in ${named(period)} by ${titles.join(' and ')}`), element('thead', {}, head), body);
}

/** The names that were published in that week or month along one dimension. */
export function namesAlong(cells: Cells, period: Period, dimension: number): string[] {
  const rows = cells.rows.filter((row) => row.period === period);
  return [...new Set(keysOf(rows).map((key) => key[dimension] ?? ''))];
}

/** Lets a long dotted name break after its dots. */
function breakable(name: string): Node[] {
  return name.split(/(?<=[._])/).flatMap((part) => [document.createTextNode(part), element('wbr')]);
}
