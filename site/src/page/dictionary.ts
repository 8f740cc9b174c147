import type { Dictionary, PublishedAs, Topic } from '../data/model';
import { isSum } from '../data/period';
import { element } from '../dom/dom';
import { heading } from '../words/names';

/** The data dictionary in words: everything that can be sent, and what becomes of it. */
export function dictionaryView(dictionary: Dictionary): HTMLElement[] {
  return [
    element('p', {}, `Version ${dictionary.version}. Nothing is sent that isn’t listed here. σ is that of the noise of ` +
      'each number, and below the threshold nothing is published.'),
    ...dictionary.topics.map(topicView),
  ];
}

function topicView(topic: Topic): HTMLElement {
  const rows = topic.fields.map((field) =>
    element('tr', { 'data-field': field.name },
      element('th', { scope: 'row' }, element('code', {}, field.name)),
      element('td', {}, `${field.title}. ${field.description}`),
      element('td', { class: 'values' }, field.values),
      element('td', {}, field.example)));
  return element('div', { class: 'panel', 'data-topic': topic.topic },
    element('h3', {}, heading(topic.title)),
    element('p', { class: 'about' }, `Topic ${topic.topic}, level ${topic.level}. ${howOften(topic)}`),
    element('p', {}, topic.why),
    rows.length > 0
      ? scrolled(`Fields of ${topic.title}`, 'fields', ['field', 'meaning', 'values', 'example'], rows)
      : element('p', { class: 'note' }, 'It has no fields.'),
    scrolled(`Published tables of ${topic.title}`, 'published', ['published as', 'people in', 'by', 'σ', 'threshold'],
      topic.tables.map((table) => tableView(topic, table))));
}

/** The period and the cap of a topic, in words. */
export function howOften(topic: Topic): string {
  return topic.cap === 1
    ? `Once a ${topic.period} for one person.`
    : `Each once a ${topic.period}, at most ${topic.cap} a ${topic.period} for one person.`;
}

const spans: Record<PublishedAs['period'], string> = {
  week: 'each week',
  month: 'each month',
  year: 'the year so far, each month',
  ever: 'all months so far, each month',
};

function tableView(topic: Topic, table: PublishedAs): HTMLElement {
  const by = table.dimensions.map((name) => topic.fields.find((each) => each.name === name)?.title ?? name);
  const more = isSum(table.period);
  return element('tr', { 'data-table': table.table },
    element('th', { scope: 'row' }, table.title),
    element('td', {}, spans[table.period]),
    element('td', {}, by.join(', ') || '–'),
    element('td', {}, more ? `${table.sigma} for each month` : String(table.sigma)),
    element('td', {}, more ? `${table.threshold}, higher with each month` : String(table.threshold)));
}

function scrolled(title: string, kind: string, heads: string[], rows: HTMLElement[]): HTMLElement {
  return element('div', { class: 'scroll whole', tabindex: 0, role: 'region', 'aria-label': title },
    element('table', { class: `rows ${kind}` },
      element('caption', { class: 'aside' }, title),
      element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
      element('tbody', {}, ...rows)));
}
