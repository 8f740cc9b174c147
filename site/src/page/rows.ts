// The table below a chart: the numbers that were published, newest week first.
import type { Row, TableEntry, Week } from '../data/model';
import { element } from '../dom/dom';
import { number, period } from '../words/format';
import { shown, shownTitle } from '../words/names';

const mostRows = 400;

export interface Listed {
  table: HTMLTableElement;
  note: string;
}

/** Lists the weeks of the range; of a big table only the latest one, the rest is in the CSV file. */
export function listRows(entry: TableEntry, rows: readonly Row[], weeks: readonly Week[]): Listed {
  const latest = weeks.slice(-1);
  const whole = rows.length <= mostRows;
  const listed = whole ? weeks : latest;
  const byWeek = new Map<Week, Row[]>(listed.map((week) => [week, []]));
  for (const row of rows) byWeek.get(row.week)?.push(row);

  const head = element('tr', {}, element('th', { scope: 'col' }, 'week'));
  for (const dimension of entry.dimensions) head.append(element('th', { scope: 'col' }, shownTitle(dimension)));
  head.append(element('th', { scope: 'col', class: 'number' }, 'people'));

  const body = element('tbody');
  for (const week of [...listed].reverse()) {
    const found = (byWeek.get(week) ?? []).sort((a, b) => b.people - a.people);
    for (const row of found) body.append(line(entry, row));
    if (found.length === 0) {
      body.append(
        element('tr', { 'data-week': week },
          element('th', { scope: 'row' }, week),
          ...entry.dimensions.map(() => element('td', {}, '–')),
          element('td', { class: 'number' }, 'not published')),
      );
    }
  }
  return {
    table: element('table', { class: 'rows' }, element('caption', {}, `${entry.title}, people, ${period(listed)}`),
      element('thead', {}, head), body),
    note: whole ? '' : 'The table lists the latest week; the files hold every week.',
  };
}

function line(entry: TableEntry, row: Row): HTMLElement {
  return element(
    'tr',
    { 'data-week': row.week, 'data-key': JSON.stringify(row.key), 'data-people': row.people },
    element('th', { scope: 'row' }, row.week),
    ...row.key.map((value, place) => element('td', {}, shown(entry.dimensions[place]?.field ?? '', value))),
    element('td', { class: 'number' }, number(row.people)),
  );
}
