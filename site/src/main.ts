// Composes the page: what it says depends on data/index.json only.
import { dataFolder, load } from './network/load';
import type { Dictionary, Index } from './data/model';
import { DataError } from './data/check';
import { parseDictionary } from './data/dictionary';
import { parseIndex } from './data/validate';
import { Dashboard } from './page/dashboard';
import { dictionaryView } from './page/dictionary';
import { byId, element } from './dom/dom';
import { named, weekDates } from './words/format';
import { methodology } from './page/methodology';
import { readView } from './page/view';

function downloads(index: Index): HTMLElement[] {
  const link = (file: string, text: string): HTMLElement =>
    element('li', {}, element('a', { href: dataFolder + file }, text));
  return [
    link('aggregates.sqlite', 'Everything as one SQLite file'),
    link('dictionary.json', 'Data dictionary (JSON)'),
    link('index.json', 'List of the files and parameters (JSON)'),
    link('datapackage.json', 'Columns and types of the CSV files (Data Package)'),
    ...index.tables.map((entry) => element('li', {}, `${entry.title}: `,
      element('a', { href: dataFolder + entry.csv, 'aria-label': `${entry.title}, CSV file` }, 'CSV'), ', ',
      element('a', { href: dataFolder + entry.json, 'aria-label': `${entry.title}, JSON file` }, 'JSON'))),
  ];
}

function asOf(index: Index): string {
  const week = index.dataAsOf;
  const month = index.months[index.months.length - 1];
  return (week === null ? '' : `Data as of ${week} (${weekDates(week)}). `) +
    (month === undefined ? 'No month has been published yet.' : `The last published month is ${named(month)}.`);
}

async function loadDictionary(): Promise<Dictionary | null> {
  try {
    const dictionary = await load('dictionary.json', parseDictionary);
    byId('dictionary-topics').replaceChildren(...dictionaryView(dictionary));
    return dictionary;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    byId('dictionary-topics').replaceChildren(
      element('p', { class: 'message' }, `The data dictionary is not shown: ${error.message}.`));
    return null;
  }
}

async function main(): Promise<void> {
  const status = byId('status');
  const dictionary = loadDictionary();
  try {
    const index = await load('index.json', parseIndex);
    byId('files').replaceChildren(...downloads(index));
    const known = await dictionary;
    byId('points').replaceChildren(...methodology(index, known));
    if (index.weeks.length === 0 && index.months.length === 0) {
      status.textContent = 'No week has been published yet. A week is published 21 days after its end, a month 21 days ' +
        'after the end of its last week.';
    } else {
      await new Dashboard(index, known, readView()).show(byId('dashboard'));
      status.textContent = asOf(index);
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    status.classList.add('message');
    status.textContent = `The numbers can’t be shown: ${error.message}.`;
    await dictionary;
  }
  document.documentElement.dataset['ready'] = 'true';
}

void main();
