// The numbers of one period, below its chart: for a pointer, a finger, and the arrow keys.
import { element } from '../dom/dom';
import { frameOf, percentText, periodsOf, shownOf } from './charts';

const svg = 'http://www.w3.org/2000/svg';

/** The words of a cell; what is below another is parted from it. */
function textOf(cell: HTMLTableCellElement): string {
  return [...cell.childNodes].map((node) => (node.nodeName === 'BR' ? ', ' : (node.textContent ?? ''))).join('');
}

class Readout {
  private readonly words = element('p', { class: 'readout', role: 'status' });
  private readonly guide = document.createElementNS(svg, 'line');
  private readonly figure: HTMLElement | null;
  private place = -1;

  constructor(picture: HTMLElement, private readonly plot: SVGElement) {
    this.guide.setAttribute('class', 'guide');
    this.guide.setAttribute('y1', '0');
    this.guide.setAttribute('y2', plot.querySelector('svg.lines')?.getAttribute('height') ?? '0');
    this.guide.toggleAttribute('hidden', true);
    plot.append(this.guide);
    this.figure = picture.closest('figure');
    picture.after(this.words);
    picture.tabIndex = 0;
    picture.addEventListener('pointermove', (event) => this.at(event.clientX));
    picture.addEventListener('pointerdown', (event) => this.at(event.clientX));
    picture.addEventListener('pointerleave', (event) => { if (event.pointerType === 'mouse') this.show(-1); });
    picture.addEventListener('blur', () => this.show(-1));
    picture.addEventListener('keydown', (event) => this.follow(event));
  }

  private at(x: number): void {
    const box = this.plot.getBoundingClientRect();
    const percent = (100 * (x - box.left)) / Math.max(1, box.width);
    const [first, last] = shownOf(this.plot);
    const frame = frameOf(this.plot);
    let nearest = first;
    for (let place = first; place <= last; place += 1) {
      if (Math.abs(frame.percent(place) - percent) < Math.abs(frame.percent(nearest) - percent)) nearest = place;
    }
    this.show(nearest);
  }

  private follow(event: KeyboardEvent): void {
    const [first, last] = shownOf(this.plot);
    const now = this.place < 0 ? last + 1 : this.place;
    const next: Record<string, number> = {
      ArrowLeft: now - 1, ArrowRight: this.place < 0 ? last : now + 1, Home: first, End: last, Escape: -1,
    };
    const place = next[event.key];
    if (place === undefined) return;
    event.preventDefault();
    this.show(place < 0 ? -1 : Math.min(last, Math.max(first, place)));
  }

  /** As the table below has them. */
  private numbersOf(period: string): string {
    const row = this.figure?.querySelector<HTMLTableRowElement>(`tr[data-period="${period}"]`);
    const heads = row?.closest('table')?.tHead?.rows[0]?.cells;
    const [first, ...cells] = row?.cells ?? [];
    const named = cells.map((cell, place) =>
      (cells.length > 1 ? `${heads?.[place + 1]?.textContent ?? ''}: ` : '') + textOf(cell));
    return [first ? textOf(first) : period, ...named].join(' · ');
  }

  private show(place: number): void {
    this.place = place;
    this.words.textContent = place < 0 ? '' : this.numbersOf(periodsOf(this.plot)[place] ?? '');
    this.guide.toggleAttribute('hidden', place < 0);
    for (const end of ['x1', 'x2']) this.guide.setAttribute(end, percentText(place < 0 ? 0 : frameOf(this.plot).percent(place)));
  }
}

export function readNumbers(): void {
  for (const picture of document.querySelectorAll<HTMLElement>('.picture')) {
    const plot = picture.querySelector<SVGElement>('.plot');
    if (plot && periodsOf(plot).length > 0) new Readout(picture, plot);
  }
}
