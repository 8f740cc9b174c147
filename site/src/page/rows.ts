// The table below a chart: the numbers that were published, newest first.
import type { Period, Row, TableEntry } from '../data/model';
import { isSum, unitOf } from '../data/period';
import { element } from '../dom/dom';
import { interval, named, number, span } from '../words/format';
import { shown, shownTitle } from '../words/names';

const mostRows = 400;

export interface Listed {
  table: HTMLTableElement;
  note: string;
}

/**
 * Lists the weeks or months of the range; of a big table only the latest one, the rest is in the CSV file. `released`:
 * those of which anything was counted.
 */
export function listRows(
  entry: TableEntry, rows: readonly Row[], periods: readonly Period[], released: readonly Period[],
): Listed {
  const unit = unitOf(entry.period);
  const latest = periods.filter((each) => released.includes(each)).slice(-1);
  const whole = rows.length <= mostRows;
  const listed = whole ? periods : latest;
  const byPeriod = new Map<Period, Row[]>(listed.map((each) => [each, []]));
  for (const row of rows) byPeriod.get(row.period)?.push(row);

  const body = element('tbody');
  for (const each of [...listed].reverse()) {
    const found = (byPeriod.get(each) ?? []).sort((a, b) => b.people - a.people);
    for (const row of found) body.append(line(entry, row));
    if (found.length === 0) body.append(gap(entry, each, unit === 'month' && !released.includes(each)));
  }
  return {
    table: element('table', { class: 'rows' }, element('caption', {}, `${entry.title}, people, ${span(listed)}`),
      element('thead', {}, head(entry)), body),
    note: whole ? '' : `The table lists the latest ${unit}; the files hold every ${unit}.`,
  };
}

function head(entry: TableEntry): HTMLElement {
  const first = isSum(entry.period) ? 'to the end of' : entry.period;
  return element('tr', {},
    element('th', { scope: 'col' }, first),
    ...entry.dimensions.map((dimension) => element('th', { scope: 'col' }, shownTitle(dimension))),
    element('th', { scope: 'col', class: 'number' }, 'people'),
    ...(isSum(entry.period) ? [element('th', { scope: 'col', class: 'number' }, '95\u00a0% interval')] : []));
}

function line(entry: TableEntry, row: Row): HTMLElement {
  return element(
    'tr',
    {
      'data-period': row.period, 'data-key': JSON.stringify(row.key), 'data-people': row.people,
      'data-within': isSum(entry.period) ? row.within : undefined,
    },
    element('th', { scope: 'row' }, named(row.period)),
    ...row.key.map((value, place) => element('td', {}, shown(entry.dimensions[place]?.field ?? '', value))),
    element('td', { class: 'number' }, number(row.people)),
    ...(isSum(entry.period) ? [element('td', { class: 'number' }, interval(row.within))] : []),
  );
}

function gap(entry: TableEntry, period: Period, uncounted: boolean): HTMLElement {
  const none = (): HTMLElement => element('td', {}, '–');
  return element('tr', { 'data-period': period },
    element('th', { scope: 'row' }, named(period)),
    ...entry.dimensions.map(none),
    element('td', { class: 'number' }, uncounted ? 'not counted' : 'not published'),
    ...(isSum(entry.period) ? [none()] : []));
}
