// How tests read the numbers of a written page.
import { gapMonth, months, weeks } from '../../site/test/fixture.mjs';

/** What the page calls each week and month of the fixture, or of these. */
export function periodsByText(periods = [...weeks, ...months, gapMonth]) {
  const words = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return new Map(periods.map((period) => [period.includes('W') ? `week ${period}` : words.format(new Date(`${period}-01`)), period]));
}

/** As the page writes a key of several fields: "macos 14" says itself whose it is. */
export const keyText = (key) => key.filter((each, place) => !`${key[place + 1]} `.startsWith(`${each} `)).join(' · ');

/** The rows of a table: what is in the first cells, then the number and its interval; a number that isn't there is null. */
function rowsOf(page, selector) {
  return page.$$eval(`${selector} > tbody > tr`, (rows) => {
    const whole = (text) => Number(text.replace(/\D/g, ''));
    return rows.map((row) => {
      const cells = [...row.cells];
      const at = cells.findIndex((cell) => cell.classList.contains('number'));
      const none = cells.find((cell) => cell.classList.contains('none'));
      const heads = cells.slice(0, at < 0 ? cells.indexOf(none) : at).map((cell) => cell.textContent);
      if (at < 0) return { heads, people: null, text: none?.textContent };
      const [low, high] = (cells.find((cell) => cell.classList.contains('within'))?.textContent ?? '').split(' to ').map(whole);
      return { heads, people: whole(cells[at].textContent), low, high };
    });
  });
}

/** The bars of a figure, by what they are of; also those that are opened. */
export async function barsOf(page, id) {
  return (await rowsOf(page, `#${id} table.barred`)).map(({ heads: [key], ...number }) => ({ key, ...number }));
}

/**
 * The numbers of a chart's lines, from the table below it: a row for each period, a column for each line. Periods that are
 * still open are left out.
 */
export function linesOf(page, id) {
  return page.$$eval(`#${id} details table.series`, (tables) => {
    const whole = (text) => Number(text.replace(/\D/g, ''));
    return tables.flatMap((table) => {
      const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
      const keyOf = (column) => (heads[column] === 'people (95 % interval)' ? '' : heads[column]);
      return [...table.tBodies[0].rows].flatMap((row) => [...row.cells].slice(1).map((cell, place) => {
        const start = { period: row.cells[0].firstChild.textContent, key: keyOf(place + 1) };
        if (cell.classList.contains('none')) return { ...start, people: null, text: cell.textContent };
        const [low, high] = cell.querySelector('small').textContent.split(' to ').map(whole);
        return { ...start, people: whole(cell.firstChild.textContent), low, high };
      }));
    }).filter(({ text }) => text !== 'no number yet');
  });
}

/** The list of all plugins: the latest month. */
export async function pluginsOf(page) {
  return (await rowsOf(page, '#plugins')).map(({ heads: [key], ...number }) => ({ key, ...number }));
}

/** A row of a public table in the same form. */
export function rowIn({ period, key, people, within }, ofTable, text = keyText(key)) {
  const bound = within ?? ofTable;
  return { period, key: text, people, low: Math.max(0, people - bound), high: people + bound };
}

export const sorted = (rows) => rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
