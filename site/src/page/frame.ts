// What every chart has around it: title, unit and period, legend, table, links to its files, or a message.
import { Canvas, type Option } from '../charts/canvas';
import { legend } from '../charts/parts';
import type { Series } from '../data/series';
import { dataFolder } from '../network/load';
import type { TableEntry } from '../data/model';
import { element } from '../dom/dom';

export class Frame {
  readonly section: HTMLElement;
  readonly foot = element('p', { class: 'files' });
  readonly controls = element('div', { class: 'choice' });
  private readonly about = element('p', { class: 'about' });
  private readonly message = element('p', { class: 'message', hidden: true });
  private readonly legendList = element('ul', { class: 'legend', 'aria-hidden': 'true' });
  private readonly plot = element('div', { class: 'plot', role: 'img', hidden: true });
  private readonly body = element('div', { class: 'body' });
  private readonly scroll = element('div', { class: 'scroll', tabindex: 0, role: 'region' });
  private readonly note = element('p', { class: 'note' });
  private readonly details = element('details', { hidden: true }, element('summary', {}, 'Table'), this.note, this.scroll);
  private canvas: Canvas | null = null;

  constructor(readonly entry: TableEntry) {
    const title = `title-${entry.table}`;
    this.scroll.setAttribute('aria-label', `Table: ${entry.title}`);
    this.section = element(
      'section',
      { id: `chart-${entry.table}`, class: 'panel', 'aria-labelledby': title },
      element('h3', { id: title }, entry.title),
      this.about, this.controls, this.message, this.legendList, this.plot, this.body, this.details,
      this.foot,
    );
    this.foot.append(
      element('a', { href: dataFolder + entry.csv, 'aria-label': `${entry.title} as CSV` }, 'CSV'),
      element('a', { href: dataFolder + entry.json, 'aria-label': `${entry.title} as JSON` }, 'JSON'),
    );
  }

  describe(text: string): void {
    this.about.textContent = text;
  }

  /** Says why there is no chart, and takes away what was there. */
  say(text: string): void {
    this.message.textContent = text;
    this.message.hidden = false;
    this.plot.hidden = true;
    this.details.hidden = true;
    this.legendList.replaceChildren();
    this.body.replaceChildren();
  }

  chart(option: (width: number) => Option, height: number, words: string): void {
    this.message.hidden = true;
    this.plot.hidden = false;
    this.plot.setAttribute('aria-label', words);
    this.canvas ??= new Canvas(this.plot);
    this.canvas.draw(option, height);
  }

  key(series: readonly Series[]): void {
    this.legendList.replaceChildren(...legend(series));
  }

  content(...nodes: Node[]): void {
    this.message.hidden = true;
    this.body.replaceChildren(...nodes);
  }

  table(table: HTMLTableElement, note: string): void {
    this.details.hidden = false;
    this.note.textContent = note;
    this.note.hidden = note === '';
    this.scroll.replaceChildren(table);
  }
}
