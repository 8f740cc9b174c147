// Everything with numbers: headline figures, the reader's choices and one section per published table.
import { cellsOf } from '../data/cells';
import {
  type Figure, newestReleaseFigure, newUsersFigure, pluginsFigure, usersFigure,
} from '../data/figures';
import { load } from '../network/load';
import type { Dictionary, Index, Table, TableEntry, Week } from '../data/model';
import { DataError, parseTable } from '../data/validate';
import { addWeeks, everyWeek } from '../data/week';
import { element } from '../dom/dom';
import { Frame } from './frame';
import { headline } from './headline';
import { heading } from '../words/names';
import { PluginTable } from './plugins';
import { draw } from './sections';
import { onThemeChange } from '../dom/theme';
import { PluginVersions } from './versions';
import { ranges, type View, writeView } from './view';

const wide = new Set(['users', 'plugins', 'plugin-versions', 'layer-dtypes']);

export class Dashboard {
  private readonly frames = new Map<string, Frame>();
  private readonly tables = new Map<string, Table>();
  private readonly figures = element('div', { id: 'figures' });
  private readonly pluginTable = new PluginTable((name) => this.choose(name, true));
  private versions: PluginVersions | null = null;

  constructor(
    private readonly index: Index,
    private readonly dictionary: Dictionary | null,
    private readonly latest: Week,
    private readonly view: View,
  ) {}

  async show(holder: HTMLElement): Promise<void> {
    holder.append(this.figures, this.choices());
    for (const topic of new Set(this.index.tables.map((entry) => entry.topic))) holder.append(this.topic(topic));
    await Promise.all(this.index.tables.map((entry) => this.fetch(entry)));
    onThemeChange(() => this.draw());
    this.draw();
  }

  private topic(name: string): HTMLElement {
    const topic = this.dictionary?.topics.find((each) => each.topic === name);
    const id = `topic-${name.replace(/[^a-z0-9-]/g, '')}`;
    const charts = element('div', { class: 'charts' });
    for (const entry of this.index.tables.filter((each) => each.topic === name)) {
      const frame = new Frame(entry);
      frame.describe('Loading');
      this.frames.set(entry.table, frame);
      charts.append(frame.section);
      if (wide.has(entry.table)) frame.section.classList.add('wide');
      if (entry.table === 'plugins') {
        frame.foot.before(this.pluginTable.node);
      }
      if (entry.table === 'plugin-versions') {
        this.versions = new PluginVersions(frame, (chosen) => this.choose(chosen, false));
      }
    }
    return element('section', { 'aria-labelledby': id },
      element('h2', { id }, heading(topic?.title ?? name)),
      element('p', { class: 'about' }, topic ? `${topic.why} Level ${topic.level}.` : ''), charts);
  }

  private async fetch(entry: TableEntry): Promise<void> {
    try {
      this.tables.set(entry.table, await load(entry.json, (value) => parseTable(value, entry)));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      const frame = this.frames.get(entry.table);
      frame?.describe('');
      frame?.say(`There is no chart here: ${error.message}.`);
    }
  }

  private weeks(): Week[] {
    const first = this.index.weeks[0] ?? this.latest;
    if (this.view.range === 0) return everyWeek(first, this.latest);
    const start = addWeeks(this.latest, 1 - this.view.range);
    return everyWeek(start < first ? first : start, this.latest);
  }

  private draw(): void {
    const weeks = this.weeks();
    this.drawFigures();
    const all = this.all();
    for (const [name, table] of this.tables) {
      const frame = this.frames.get(name);
      if (!frame || name === 'plugin-versions') continue;
      const topic = this.dictionary?.topics.find((each) => each.topic === frame.entry.topic);
      const basic = frame.entry.level === 'basic';
      draw(frame, { index: this.index, table, topic, weeks, view: this.view, all: basic ? all : undefined });
    }
    const plugins = this.tables.get('plugins');
    this.pluginTable.node.hidden = plugins === undefined;
    if (plugins) this.pluginTable.show(cellsOf(plugins, weeks), weeks);
    this.drawVersions(weeks);
  }

  private drawVersions(weeks: Week[]): void {
    const versions = this.tables.get('plugin-versions');
    if (versions) this.versions?.draw(versions, this.tables.get('plugins') ?? null, weeks, this.view.plugin);
  }

  private all(): number | undefined {
    const users = this.tables.get('users');
    return users && cellsOf(users, [this.latest]).at(this.latest, []);
  }

  private drawFigures(): void {
    const previous = addWeeks(this.latest, -1);
    const figures: Figure[] = [];
    const add = (name: string, make: (cells: ReturnType<typeof cellsOf>) => Figure | null): void => {
      const table = this.tables.get(name);
      const figure = table && make(cellsOf(table, [previous, this.latest]));
      if (figure) figures.push(figure);
    };
    add('users', (cells) => usersFigure(cells, this.latest, previous));
    add('new-users', (cells) => newUsersFigure(cells, this.latest, previous));
    add('napari-versions', (cells) => newestReleaseFigure(cells, this.latest, previous));
    add('plugins', (cells) => pluginsFigure(cells, this.latest, previous));
    this.figures.replaceChildren(headline(figures, previous, this.index.rounding));
  }

  private choose(plugin: string, move: boolean): void {
    this.view.plugin = plugin;
    writeView(this.view);
    this.drawVersions(this.weeks());
    if (!move) return;
    this.frames.get('plugin-versions')?.section.scrollIntoView();
    document.getElementById('plugin-choice')?.focus({ preventScroll: true });
  }

  private choices(): HTMLElement {
    const range = element('select', { id: 'range' }, ...ranges.map((weeks) =>
      element('option', { value: weeks, selected: weeks === this.view.range }, weeks === 0 ? 'all' : `last ${weeks}`)));
    const show = element('select', { id: 'show' },
      element('option', { value: 'share', selected: this.view.show === 'share' }, 'share'),
      element('option', { value: 'people', selected: this.view.show === 'people' }, 'people'));
    const change = (): void => {
      this.view.range = Number(range.value);
      this.view.show = show.value === 'people' ? 'people' : 'share';
      writeView(this.view);
      this.draw();
    };
    range.addEventListener('change', change);
    show.addEventListener('change', change);
    return element('form', { class: 'choice', 'aria-label': 'What the charts show' },
      element('label', { for: 'range' }, 'Weeks'), range, element('label', { for: 'show' }, 'Stacked bars show'), show);
  }
}
