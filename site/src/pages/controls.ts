// What is shown: a range of months, by month, week or year, people or their share. All figures of a page follow.
import { chosen, keep } from './address';
import { periodsOf, zoom } from './charts';
import { isWithin } from './months';

const names = ['from', 'to', 'by', 'show'] as const;
type Choice = Record<(typeof names)[number], string>;

function hideUnless(part: HTMLElement, shown: boolean): void {
  part.hidden = !shown;
}

function showRange(figure: HTMLElement, { from, to }: Choice): void {
  for (const plot of figure.querySelectorAll<SVGElement>('.plot')) {
    const places = periodsOf(plot).flatMap((period, place) => (isWithin(period, from, to) ? [place] : []));
    const [first, last] = [places[0], places.at(-1)];
    if (first !== undefined && last !== undefined) zoom(plot, first, last);
    plot.closest<HTMLElement>('.picture')?.classList.toggle('outside', first === undefined);
  }
  for (const row of figure.querySelectorAll<HTMLElement>('tr[data-period]')) {
    hideUnless(row, isWithin(row.dataset['period'] ?? '', from, to));
  }
}

/** Shares stand in only where there are some: what has none shows people as before. */
function showShares(figure: HTMLElement, show: string): void {
  const pictures = [...figure.querySelectorAll<HTMLElement>('.picture[data-show]')];
  const wanted = pictures.some((each) => each.dataset['show'] === show) ? show : 'people';
  for (const picture of pictures) hideUnless(picture, picture.dataset['show'] === wanted);
}

function show(choice: Choice): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-by]')) {
    hideUnless(figure, choice.by === '' || figure.dataset['by'] === choice.by);
    showRange(figure, choice);
    showShares(figure, choice.show === '' ? 'people' : choice.show);
  }
  // A heading over nothing would be in the way.
  for (const section of document.querySelectorAll<HTMLElement>('section:has(figure[data-by])')) {
    hideUnless(section, section.querySelector('figure:not([hidden])') !== null);
  }
}

/** The form's own fields; one that the address names wrongly stays as it was. */
function fieldOf(form: HTMLFormElement, name: string): RadioNodeList | HTMLSelectElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof RadioNodeList || found instanceof HTMLSelectElement ? found : null;
}

function read(form: HTMLFormElement): Choice {
  const choice: Choice = { from: '', to: '', by: '', show: '' };
  for (const name of names) choice[name] = fieldOf(form, name)?.value ?? '';
  return choice;
}

export function controlFigures(form: HTMLFormElement): void {
  for (const name of names) {
    const field = fieldOf(form, name);
    const options = field instanceof HTMLSelectElement ? [...field.options].map((each) => each.value)
      : [...(field ?? [])].map((each) => (each as HTMLInputElement).value);
    if (field && options.includes(chosen(name))) field.value = chosen(name);
  }
  const follow = (changed: string): void => {
    const choice = read(form);
    // Who moves one end past the other means to move both.
    if (choice.from !== '' && choice.to !== '' && choice.from > choice.to) {
      const other = fieldOf(form, changed === 'from' ? 'to' : 'from');
      if (other) other.value = changed === 'from' ? choice.from : choice.to;
    }
    const settled = read(form);
    for (const name of names) keep(name, settled[name]);
    show(settled);
  };
  form.addEventListener('change', (event) => follow((event.target as HTMLInputElement).name));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => follow('')));
  if (names.some((name) => chosen(name) !== '')) show(read(form));
  form.hidden = false;
}
