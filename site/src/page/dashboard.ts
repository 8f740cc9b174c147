// Everything with numbers: headline figures, the reader's choices and one section per published table.
import { cellsOf } from '../data/cells';
import { load } from '../network/load';
import { DataError } from '../data/check';
import type { Dictionary, Index, Period, Table, TableEntry } from '../data/model';
import { missingMonths, shift, shownPeriods, unitOf } from '../data/period';
import { parseTable } from '../data/validate';
import { element } from '../dom/dom';
import { everybody, type Figure, newestReleaseFigure, peopleFigure, pluginsFigure } from './figures';
import { Frame } from './frame';
import { headline } from './headline';
import { listed } from '../words/format';
import { heading } from '../words/names';
import { PluginTable } from './plugins';
import { draw } from './sections';
import { onThemeChange } from '../dom/theme';
import { PluginVersions } from './versions';
import { ranges, type View, writeView } from './view';

const wide = new Set(['plugins', 'plugin-versions', 'layer-dtypes']);

export class Dashboard {
  private readonly frames = new Map<string, Frame>();
  private readonly tables = new Map<string, Table>();
  private readonly figures = element('div', { id: 'figures' });
  private readonly pluginTable = new PluginTable((name) => this.choose(name, true));
  private versions: PluginVersions | null = null;

  constructor(
    private readonly index: Index,
    private readonly dictionary: Dictionary | null,
    private readonly view: View,
  ) {}

  async show(holder: HTMLElement): Promise<void> {
    holder.append(this.figures, this.choices(), ...this.gaps());
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

  /** Why charts by month have holes, where they have. */
  private gaps(): HTMLElement[] {
    const missing = missingMonths(this.index);
    if (missing.length === 0) return [];
    return [element('p', { id: 'gaps', class: 'note' },
      `Not published: ${listed(missing)}. Not every week of ${missing.length === 1 ? 'it' : 'them'} was counted, so charts ` +
      'by month have a gap there, and the people who would have been new then are not in the sums of the year and ever.')];
  }

  private periods(entry: TableEntry): Period[] {
    return shownPeriods(this.index, unitOf(entry.period), this.view.range);
  }

  private draw(): void {
    this.drawFigures();
    for (const [name, table] of this.tables) {
      const frame = this.frames.get(name);
      if (!frame) continue;
      const { entry } = frame;
      const periods = this.periods(entry);
      if (periods.length === 0) {
        frame.describe(`No ${unitOf(entry.period)} has been published yet.`);
        frame.controls.hidden = true;
      } else if (name === 'plugin-versions') {
        this.drawVersions();
      } else {
        const topic = this.dictionary?.topics.find((each) => each.topic === entry.topic);
        const all = entry.level === 'basic' ? (period: Period) => this.everybodyIn(entry, period) : undefined;
        draw(frame, { table, topic, periods, view: this.view, all });
      }
    }
    this.drawPlugins();
  }

  private drawPlugins(): void {
    const plugins = this.tables.get('plugins');
    const entry = this.frames.get('plugins')?.entry;
    const released = plugins && entry ? this.periods(entry).filter((each) => plugins.periods.includes(each)) : [];
    this.pluginTable.node.hidden = released.length === 0;
    if (plugins && released.length > 0) this.pluginTable.show(cellsOf(plugins, released), released);
  }

  private drawVersions(): void {
    const versions = this.tables.get('plugin-versions');
    const entry = this.frames.get('plugin-versions')?.entry;
    if (versions && entry) {
      this.versions?.draw(versions, this.tables.get('plugins') ?? null, this.periods(entry), this.view.plugin);
    }
  }

  /** How many people there were in a week or month, for the tables by it that everybody is in. */
  private everybodyIn(entry: TableEntry, period: Period): number | undefined {
    const table = this.tables.get(everybody(this.index, unitOf(entry.period))?.table ?? '');
    return table && cellsOf(table, [period]).at(period, []);
  }

  private drawFigures(): void {
    const figures: Figure[] = [];
    for (const span of ['month', 'year', 'ever', 'week'] as const) {
      const table = this.tables.get(everybody(this.index, span)?.table ?? '');
      if (table) figures.push(peopleFigure(this.index, span, cellsOf(table, table.periods)));
    }
    const add = (name: string, make: (cells: ReturnType<typeof cellsOf>, latest: Period, people: (period: Period) => number | undefined) => Figure | null): void => {
      const table = this.tables.get(name);
      const latest = table?.periods[table.periods.length - 1];
      const entry = this.index.tables.find((each) => each.table === name);
      if (!table || !entry || latest === undefined) return;
      const figure = make(cellsOf(table, [shift(latest, -1), latest]), latest, (period) => this.everybodyIn(entry, period));
      if (figure) figures.push(figure);
    };
    add('napari-versions', newestReleaseFigure);
    add('plugins', pluginsFigure);
    this.figures.replaceChildren(headline(figures));
  }

  private choose(plugin: string, move: boolean): void {
    this.view.plugin = plugin;
    writeView(this.view);
    this.drawVersions();
    if (!move) return;
    this.frames.get('plugin-versions')?.section.scrollIntoView();
    document.getElementById('plugin-choice')?.focus({ preventScroll: true });
  }

  private choices(): HTMLElement {
    const range = element('select', { id: 'range' }, ...ranges.map((months) =>
      element('option', { value: months, selected: months === this.view.range }, months === 0 ? 'all' : `last ${months} months`)));
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
      element('label', { for: 'range' }, 'Time'), range, element('label', { for: 'show' }, 'Stacked bars show'), show);
  }
}
