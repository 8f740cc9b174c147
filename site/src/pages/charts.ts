// A chart that was drawn at publish time is shown in part: its lines are stretched, its marks put where they belong then.

const width = 1000; // units from left to right, as src/host/pages/chartframe.h has them
const side = 24;
const mostLabels = 5;
const mostNarrow = 2;
const svg = 'http://www.w3.org/2000/svg';

export const periodsOf = (plot: SVGElement): string[] => (plot.dataset['periods'] ?? '').split(' ').filter((each) => each !== '');

/** Where each period is, in percent, when those from `first` to `last` fill the chart. */
export class Frame {
  readonly from: number;
  readonly wide: number;

  constructor(private readonly count: number, first: number, last: number) {
    // One period alone is in the middle, with half a step at each side.
    const [left, right] = first === last ? [first - 0.5, last + 0.5] : [first, last];
    this.wide = ((this.drawn(right) - this.drawn(left)) * width) / (width - 2 * side);
    this.from = this.drawn(left) - (side * this.wide) / width;
  }

  private drawn(place: number): number {
    return this.count < 2 ? width / 2 + (place * width) / 2 : side + ((width - 2 * side) * place) / (this.count - 1);
  }

  percent(place: number): number {
    return (100 * (this.drawn(place) - this.from)) / this.wide;
  }
}

/** As short as src/host/pages/chartframe.cpp writes it. */
export const percentText = (percent: number): string => `${percent.toFixed(2)}%`;

function move(part: SVGElement, x: string): void {
  for (const name of ['cx', 'x', 'x1', 'x2']) if (part.hasAttribute(name)) part.setAttribute(name, x);
}

/** From the last one backwards, as many as fit; those that only a wide place has room for are in a class of their own. */
function label(plot: SVGElement, frame: Frame, first: number, last: number): void {
  const words = (plot.dataset['labels'] ?? '').split('|');
  const old = [...plot.querySelectorAll<SVGElement>('text.label')];
  const y = old[0]?.getAttribute('y') ?? '';
  old.forEach((each) => each.remove());
  const step = Math.max(1, Math.ceil((last - first) / mostLabels));
  const count = Math.floor((last - first) / step) + 1;
  const every = Math.ceil(count / mostNarrow);
  for (let n = 0; n < count; n += 1) {
    const place = last - n * step;
    const x = frame.percent(place);
    const [anchor, at] = first === last ? ['middle', x] : n === 0 ? ['end', 100] : x < (200 * side) / width ? ['start', 0] : ['middle', x];
    const text = document.createElementNS(svg, 'text');
    text.setAttribute('class', n % every === 0 ? 'label' : 'label more');
    text.setAttribute('x', percentText(Number(at)));
    text.setAttribute('y', y);
    text.setAttribute('text-anchor', String(anchor));
    text.textContent = words[place] ?? '';
    plot.append(text);
  }
}

/** Shows the periods from `first` to `last`, which are places in periodsOf(). */
export function zoom(plot: SVGElement, first: number, last: number): void {
  const frame = new Frame(periodsOf(plot).length, first, last);
  const lines = plot.querySelector<SVGElement>('svg.lines');
  const high = lines?.getAttribute('height') ?? '';
  lines?.setAttribute('viewBox', `${frame.from} 0 ${frame.wide} ${high}`);
  for (const part of plot.querySelectorAll<SVGElement>('[data-at]')) {
    const place = Number(part.dataset['at']);
    part.toggleAttribute('hidden', place < first || place > last);
    move(part, percentText(frame.percent(place)));
  }
  label(plot, frame, first, last);
  plot.dataset['first'] = String(first);
  plot.dataset['last'] = String(last);
}

/** Where the periods are now. */
export const frameOf = (plot: SVGElement): Frame => new Frame(periodsOf(plot).length, ...shownOf(plot));

/** The first and last place that are shown. */
export function shownOf(plot: SVGElement): [number, number] {
  return [Number(plot.dataset['first'] ?? 0), Number(plot.dataset['last'] ?? Math.max(0, periodsOf(plot).length - 1))];
}
