import { element } from '../dom/dom';
import type { Figure } from './figures';

export function headline(figures: readonly Figure[]): HTMLElement {
  return element('div', {},
    element('ul', { class: 'cards' }, ...figures.map((figure) =>
      element('li', { 'data-figure': figure.id },
        element('p', { class: 'figure' },
          element('strong', { class: figure.published ? '' : 'none' }, figure.text),
          ...(figure.within === '' ? [] : [' ', element('span', { class: 'within' }, figure.within)])),
        element('span', { class: 'name' }, figure.name),
        element('span', { class: 'change' }, figure.note)))),
    element('p', { class: 'note' }, '± is the 95\u00a0% interval: with this probability the exact count is no further ' +
      'away. It comes from the noise and the rounding.'));
}
