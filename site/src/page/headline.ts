import type { Figure } from '../data/figures';
import { element } from '../dom/dom';
import { number, share, signed } from '../words/format';

/** The figures of the latest week; a change that rounding alone could make is said to be one. */
export function headline(figures: readonly Figure[], previous: string, rounding: number): HTMLElement {
  const list = element('ul', { class: 'cards' });
  for (const figure of figures) {
    const { value } = figure;
    const text = value === undefined ? 'not published' : figure.unit === 'share' ? share(value) : number(value);
    list.append(
      element('li', { 'data-figure': figure.name },
        element('strong', { class: value === undefined ? 'figure none' : 'figure' }, text),
        element('span', { class: 'name' }, figure.name),
        element('span', { class: 'change' }, change(figure, previous, rounding))),
    );
  }
  return list;
}

function change(figure: Figure, previous: string, rounding: number): string {
  if (figure.value === undefined) return `no number for this week`;
  if (figure.before === undefined) return `no number for ${previous}`;
  const difference = figure.value - figure.before;
  if (figure.unit === 'share') {
    const points = Math.round(difference * 1000) / 10;
    return `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points)} points against ${previous}`;
  }
  if (difference === 0) return `the same as in ${previous}`;
  const within = figure.unit === 'people' && Math.abs(difference) <= rounding ? ', within rounding' : '';
  return `${signed(difference)} against ${previous}${within}`;
}
