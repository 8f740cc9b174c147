// All plugins in one table that can be searched and sorted; a plugin's name opens its versions.
import { type Cells, keysOf } from '../data/cells';
import type { Period } from '../data/model';
import { element } from '../dom/dom';
import { counted, named, number, signed } from '../words/format';

interface Line {
  name: string;
  people: number | undefined;
  change: number | undefined;
}

type Column = 'name' | 'people' | 'change';

const columns: { column: Column; title: string }[] = [
  { column: 'name', title: 'plugin' },
  { column: 'people', title: 'people' },
  { column: 'change', title: 'change' },
];

export class PluginTable {
  readonly node: HTMLElement;
  private readonly search = element('input', { type: 'search', id: 'plugin-search', autocomplete: 'off', spellcheck: 'false' });
  private readonly found = element('p', { class: 'note', role: 'status' });
  private readonly head = element('tr');
  private readonly body = element('tbody');
  private readonly caption = element('caption');
  private lines: Line[] = [];
  private period: Period = '';
  private sorted: { column: Column; ascending: boolean } = { column: 'people', ascending: false };

  constructor(private readonly choose: (plugin: string) => void) {
    this.search.addEventListener('input', () => this.fill());
    for (const { column, title } of columns) {
      const button = element('button', { type: 'button', class: 'sort' }, title);
      button.addEventListener('click', () => this.sort(column));
      this.head.append(element('th', { scope: 'col', 'data-column': column, class: column === 'name' ? '' : 'number' }, button));
    }
    this.node = element(
      'div',
      { class: 'plugins' },
      element('p', { class: 'choice' }, element('label', { for: 'plugin-search' }, 'Search plugins'), this.search),
      this.found,
      element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Table: all plugins' },
        element('table', { class: 'rows' }, this.caption, element('thead', {}, this.head), this.body)),
    );
  }

  /** `released`: the months of the range that were published, the latest one last. */
  show(cells: Cells, released: readonly Period[]): void {
    this.period = released[released.length - 1] ?? '';
    const previous = released[released.length - 2];
    this.lines = keysOf(cells.rows).map((key) => {
      const people = cells.at(this.period, key);
      const before = previous === undefined ? undefined : cells.at(previous, key);
      return {
        name: key[0] ?? '',
        people,
        change: people === undefined || before === undefined ? undefined : people - before,
      };
    });
    this.caption.textContent =
      `Plugins, ${named(this.period)}` + (previous === undefined ? '' : `; change against ${named(previous)}`);
    this.fill();
  }

  private sort(column: Column): void {
    const same = this.sorted.column === column;
    this.sorted = { column, ascending: same ? !this.sorted.ascending : column === 'name' };
    this.fill();
  }

  private fill(): void {
    const { column, ascending } = this.sorted;
    for (const cell of this.head.children) {
      if (cell.getAttribute('data-column') !== column) cell.removeAttribute('aria-sort');
      else cell.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    }
    const wanted = this.search.value.trim().toLowerCase();
    const found = this.lines
      .filter((line) => line.name.toLowerCase().includes(wanted))
      .sort((a, b) => (ascending ? 1 : -1) * compare(a, b, column) || compare(a, b, 'name'));
    this.body.replaceChildren(...found.map((line) => this.row(line)));
    this.found.textContent = counted(found.length, 'plugin', 'plugins');
  }

  private row(line: Line): HTMLElement {
    const button = element('button', { type: 'button', class: 'link' }, line.name);
    button.addEventListener('click', () => this.choose(line.name));
    return element(
      'tr',
      { 'data-period': this.period, 'data-key': JSON.stringify([line.name]), 'data-people': line.people },
      element('th', { scope: 'row' }, button),
      element('td', { class: 'number' }, line.people === undefined ? 'not published' : number(line.people)),
      element('td', { class: 'number' }, line.change === undefined ? '–' : signed(line.change)),
    );
  }
}

function compare(a: Line, b: Line, column: Column): number {
  if (column === 'name') return a.name < b.name ? -1 : Number(a.name > b.name);
  return (a[column] ?? Number.NEGATIVE_INFINITY) === (b[column] ?? Number.NEGATIVE_INFINITY)
    ? 0
    : (a[column] ?? Number.NEGATIVE_INFINITY) - (b[column] ?? Number.NEGATIVE_INFINITY);
}
