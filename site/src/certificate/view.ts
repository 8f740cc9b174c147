// What a certificate says, as tables.
import { element } from '../dom/dom';
import { named, number } from '../words/format';
import { say } from '../words/words';
import type { Certificate, PeopleWithin } from './model';
import { monthsBetween } from './years';

function cells(found: PeopleWithin | null): HTMLElement[] {
  if (!found) return [element('td', { class: 'none', colspan: 2 }, say('notPublished'))];
  return [
    element('td', { class: 'number' }, number(found.people)),
    element('td', { class: 'within' }, say('interval', number(found.low), number(found.high))),
  ];
}

function head(...titles: [string, string][]): HTMLElement {
  return element('thead', {}, element('tr', {}, ...titles.map(([title, kind]) =>
    element('th', { scope: 'col', class: kind === '' ? undefined : kind }, title))));
}

/** On a phone it may be wider than the page. */
function scrolled(id: string, caption: string, ...content: HTMLElement[]): HTMLElement {
  return element('div', { class: 'scroll whole', tabindex: 0, role: 'region', 'aria-label': caption },
    element('table', { id }, element('caption', {}, caption), ...content));
}

function yearsTable(certificate: Certificate): HTMLElement {
  return scrolled('years', say('years'),
    head([say('year'), ''], [say('monthsPublished'), ''], [say('people'), 'number'], [say('interval95'), 'within']),
    element('tbody', {}, ...certificate.years.map(({ year, months, published, mean }) => element('tr', {},
      element('th', { scope: 'row' }, String(year)),
      element('td', {}, say('ofMonths', published, months)), ...cells(mean)))));
}

function monthsTable(certificate: Certificate): HTMLElement {
  const published = new Map(certificate.months.map((month) => [month.period, month]));
  return scrolled('months', say('months'),
    head([say('month'), ''], [say('people'), 'number'], [say('interval95'), 'within'], [say('line'), 'number']),
    element('tbody', {}, ...monthsBetween(certificate.from, certificate.to).map((month) => {
      const found = published.get(month) ?? null;
      return element('tr', { 'data-period': month }, element('th', { scope: 'row' }, named(month)), ...cells(found),
        element('td', { class: 'number', title: found ? say('digest', found.sha256) : undefined },
          found ? String(found.n) : ''));
    })));
}

export function certificateView(certificate: Certificate): HTMLElement[] {
  return [
    element('h3', { id: 'plugin' }, certificate.plugin),
    element('p', {}, say('issued', named(certificate.from), named(certificate.to), certificate.issued)),
    yearsTable(certificate),
    monthsTable(certificate),
    // In the language of the certificate, which is English.
    element('p', { class: 'about', lang: 'en' }, certificate.method),
  ];
}
