// The versions over time of the one plugin that the reader chose.
import { lines } from '../charts/lines';
import { cellsOf, keysOf } from '../data/cells';
import type { Period, Table } from '../data/model';
import { mostFirst } from '../data/order';
import { unitOf } from '../data/period';
import { type Group, groupVersions, people } from '../data/series';
import { element } from '../dom/dom';
import { span } from '../words/format';
import type { Frame } from './frame';
import { listRows } from './rows';
import { precision } from './sections';
import { rankCount } from '../dom/theme';

const chartHeight = 280;

export class PluginVersions {
  private readonly select = element('select', { id: 'plugin-choice' });

  constructor(
    private readonly frame: Frame,
    choose: (plugin: string) => void,
  ) {
    frame.controls.append(element('label', { for: 'plugin-choice' }, 'Plugin'), this.select);
    this.select.addEventListener('change', () => choose(this.select.value));
  }

  /** `plugins` gives the line of all versions together; it can be missing. */
  draw(versions: Table, plugins: Table | null, periods: Period[], chosen: string | null): void {
    const all = cellsOf(plugins ?? { ...versions, rows: [] }, periods);
    const cells = cellsOf(versions, periods);
    const latest = periods.filter((each) => versions.periods.includes(each)).pop() ?? '';
    const names = [...new Set([...all.rows, ...cells.rows].map((row) => row.key[0] ?? ''))].sort();
    const most = keysOf(all.rows).sort(mostFirst(all, latest))[0]?.[0];
    const name = chosen !== null && names.includes(chosen) ? chosen : (most ?? names[0]);
    this.frame.describe(`People per ${unitOf(this.frame.entry.period)}, ${span(periods)}, ${precision(this.frame.entry)}.`);
    this.select.replaceChildren(...names.map((each) => element('option', {}, each)));
    this.select.disabled = name === undefined;
    if (name === undefined) {
      this.frame.say(`No number of this table was published for ${span(periods)}.`);
      return;
    }
    this.select.value = name;
    const rows = cells.rows.filter((row) => row.key[0] === name);
    const groups: Group[] = groupVersions(keysOf(rows), rankCount);
    const total: Group = { label: 'all versions', keys: [[name]], colour: '--ink' };
    const series = [...people(all, periods, [total]), ...people(cells, periods, groups)].filter((each) =>
      each.values.some((value) => value !== null));
    const listed = listRows(this.frame.entry, rows, periods, versions.periods);
    this.frame.table(listed.table, listed.note);
    this.frame.key(series);
    this.frame.chart(lines(periods, series), chartHeight,
      `Line chart of ${name}: ${series.map((each) => each.label).join(', ')}. The table below has the numbers.`);
  }
}
