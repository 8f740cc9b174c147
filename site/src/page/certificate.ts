// What a certificate says, as tables.
import type { Certificate, PeopleWithin } from '../certificate/model';
import { monthsBetween } from '../certificate/years';
import { element } from '../dom/dom';
import { named, number } from '../words/format';

function cells(found: PeopleWithin | null): HTMLElement[] {
  if (!found) return [element('td', { class: 'number', colspan: 2 }, 'not published')];
  return [
    element('td', { class: 'number' }, number(found.people)),
    element('td', { class: 'number' }, `${number(found.low)} to ${number(found.high)}`),
  ];
}

function head(...titles: string[]): HTMLElement {
  return element('thead', {}, element('tr', {}, ...titles.map((title, place) =>
    element('th', { scope: 'col', class: place === 0 ? undefined : 'number' }, title))));
}

function yearsTable(certificate: Certificate): HTMLElement {
  return element('table', { id: 'years' }, element('caption', {}, 'A mean month of each year, of the months that were published'),
    head('year', 'months published', 'people', '95 % interval'),
    element('tbody', {}, ...certificate.years.map(({ year, months, published, mean }) => element('tr', {},
      element('th', { scope: 'row' }, String(year)),
      element('td', { class: 'number' }, `${published} of ${months}`), ...cells(mean)))));
}

function monthsTable(certificate: Certificate): HTMLElement {
  const published = new Map(certificate.months.map((month) => [month.period, month]));
  return element('table', { id: 'months' }, element('caption', {}, 'People in each month; what was not published is not zero'),
    head('month', 'people', '95 % interval', 'line of the history'),
    element('tbody', {}, ...monthsBetween(certificate.from, certificate.to).map((month) => {
      const found = published.get(month) ?? null;
      return element('tr', { 'data-period': month }, element('th', { scope: 'row' }, named(month)), ...cells(found),
        element('td', { class: 'number', title: found ? `SHA-256 of the file: ${found.sha256}` : undefined },
          found ? String(found.n) : ''));
    })));
}

export function certificateView(certificate: Certificate): HTMLElement[] {
  return [
    element('h3', { id: 'plugin' }, certificate.plugin),
    element('p', {}, `${named(certificate.from)} to ${named(certificate.to)}, issued on ${certificate.issued}.`),
    yearsTable(certificate),
    monthsTable(certificate),
    element('p', { class: 'note' }, certificate.method),
  ];
}
