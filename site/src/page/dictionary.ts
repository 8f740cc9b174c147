import type { Dictionary, Topic } from '../data/model';
import { element } from '../dom/dom';
import { heading } from '../words/names';

/** The data dictionary in words: everything that can be sent, and what becomes of it. */
export function dictionaryView(dictionary: Dictionary): HTMLElement[] {
  return [
    element('p', {}, `Version ${dictionary.version}. Nothing is sent that isn’t listed here.`),
    ...dictionary.topics.map(topicView),
  ];
}

function topicView(topic: Topic): HTMLElement {
  const head = ['field', 'meaning', 'values', 'example'].map((title) => element('th', { scope: 'col' }, title));
  const rows = topic.fields.map((field) =>
    element('tr', { 'data-field': field.name },
      element('th', { scope: 'row' }, element('code', {}, field.name)),
      element('td', {}, `${field.title}. ${field.description}`),
      element('td', { class: 'values' }, field.values),
      element('td', {}, field.example)));
  const tables = topic.tables.map((table) =>
    `${table.title}${table.dimensions.length > 0 ? ` (by ${table.dimensions.join(', ')})` : ''}`);
  return element('div', { class: 'panel', 'data-topic': topic.topic },
    element('h3', {}, heading(topic.title)),
    element('p', { class: 'about' }, `Topic ${topic.topic}, level ${topic.level}, at most ${topic.cap} for each person and week.`),
    element('p', {}, topic.why),
    element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Fields: ${topic.title}` },
      element('table', { class: 'rows fields' },
        element('caption', { class: 'aside' }, `Fields of ${topic.title}`),
        element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows))),
    element('p', { class: 'note' }, `Published as: ${tables.join('; ')}.`));
}
