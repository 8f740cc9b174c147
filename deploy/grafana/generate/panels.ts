// How the numbers are drawn.
import {
  QueryVariableBuilder, VariableRefresh, type Panel, type VariableModel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import {
  GraphDrawStyle, LegendDisplayMode, LegendPlacement, TooltipDisplayMode, VisibilityMode, VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder, type DataSourceRef,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as TablePanel } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as TextPanel, TextMode } from '@grafana/grafana-foundation-sdk/text';
import { PanelBuilder as ChartPanel } from '@grafana/grafana-foundation-sdk/timeseries';
import { detailOf, titleOf, type Detail, type Table, type Topic } from './dictionary.ts';
import { choices, details, interval, largest, numbers } from './queries.ts';

export const source: DataSourceRef = { type: 'frser-sqlite-datasource', uid: 'napari-telemetry' };

/** A query as frser-sqlite-datasource 4 stores it (its src/types.ts). */
export interface SqliteQuery {
  refId: string;
  datasource: DataSourceRef;
  queryType: 'table' | 'time series';
  rawQueryText: string;
  queryText: string;
  timeColumns: string[];
}

class QueryBuilder implements Builder<Dataquery> {
  private readonly query: SqliteQuery;

  constructor(sql: string, queryType: SqliteQuery['queryType']) {
    this.query = {
      refId: 'A', datasource: source, queryType, rawQueryText: sql, queryText: sql, timeColumns: ['time'],
    };
  }

  build(): SqliteQuery & Dataquery {
    return { ...this.query, _implementsDataqueryVariant() { /* only a mark for the compiler */ } };
  }
}

const counted = {
  week: 'People in the week, at its Thursday.',
  month: 'People in the month, at its first day.',
  year: 'People in the months of the year so far.',
  ever: 'People in all months so far.',
};
const gaps = 'A gap was not published: nobody, or too few people. That is not zero.';
const day = 24 * 60 * 60 * 1000;

function chart(title: string, table: Table, sql: string): ChartPanel {
  return new ChartPanel()
    .title(title)
    .description(`${counted[table.period]} Every number has noise and is rounded. ${gaps}`)
    .datasource(source)
    .withTarget(new QueryBuilder(sql, 'time series'))
    .unit('none')
    .decimals(0)
    .min(0)
    .axisLabel('people')
    .drawStyle(GraphDrawStyle.Line)
    .lineWidth(2)
    .fillOpacity(0)
    .showPoints(VisibilityMode.Always)
    .pointSize(6)
    .spanNulls(false)
    // Nor over a period that is missing as a whole.
    .insertNulls((table.period === 'week' ? 8 : 32) * day)
    .noValue('Nothing was published')
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi))
    .legend(new VizLegendOptionsBuilder().displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom)
      .showLegend(true))
    .height(9);
}

/** With the 95 % interval as an area behind the line. */
function intervalChart(title: string, table: Table, variable?: string): ChartPanel {
  const edge = [{ id: 'custom.lineWidth', value: 0 }, { id: 'custom.showPoints', value: 'never' },
    { id: 'custom.hideFrom', value: { legend: true, tooltip: false, viz: false } },
    { id: 'color', value: { mode: 'fixed', fixedColor: 'text' } }];
  return chart(title, table, interval(table, variable))
    .overrideByName('at most', [...edge, { id: 'custom.fillBelowTo', value: 'at least' },
      { id: 'custom.fillOpacity', value: 15 }])
    .overrideByName('at least', edge);
}

/** One line for each key. */
const linesChart = (title: string, table: Table, sql: string): ChartPanel =>
  chart(title, table, sql).displayName('${__field.labels.metric}');

/** Without the footer that the SDK puts in and Grafana 13 no longer knows. */
class NumbersPanel extends TablePanel {
  override build(): Panel {
    const panel = super.build();
    delete panel.options.footer;
    return panel;
  }
}

function newestNumbers(topic: Topic, table: Table): NumbersPanel {
  return new NumbersPanel()
    .title(`${table.title}, newest`)
    .description(`${counted[table.period]} Within: how far the count may be from it, with a probability of 95 %.`)
    .datasource(source)
    .withTarget(new QueryBuilder(numbers(topic, table), 'table'))
    .showHeader(true)
    .filterable(true)
    .decimals(0)
    .noValue('')
    .height(9);
}

export function aboutNumbers(): TextPanel {
  return new TextPanel()
    .title('What these numbers are')
    .mode(TextMode.Markdown)
    .content('People who said yes to telemetry in napari; how many said no is not known. Every number has noise, so '
      + 'that it says next to nothing about one person, and is rounded. **A number that is missing was not published: '
      + 'that is not zero.** More: [usage.napari.org](https://usage.napari.org/).')
    .transparent(true)
    .span(24)
    .height(3);
}

/** Without what the SDK gives every variable and only one of intervals has. */
class ChoiceBuilder extends QueryVariableBuilder {
  override build(): VariableModel {
    const { auto: _, auto_min: __, auto_count: ___, ...variable } = super.build();
    return variable as VariableModel;
  }
}

export function variableOf(topic: Topic, detail: Detail): ChoiceBuilder {
  return new ChoiceBuilder(detail.variable)
    .label(titleOf(topic, detail.of.dimensions[0] ?? ''))
    .datasource(source)
    .query(choices(detail))
    .refresh(VariableRefresh.OnDashboardLoad)
    .multi(false)
    .includeAll(false);
}

/** The panels of one table. */
export function panelsOf(topic: Topic, table: Table): (ChartPanel | NumbersPanel)[] {
  const detail = detailOf(topic, table);
  if (table.dimensions.length === 0)
    return [intervalChart(table.title, table).span(16), newestNumbers(topic, table).span(8)];
  const panels = [
    linesChart(`${table.title}: the ten largest`, table, largest(table)).span(16),
    newestNumbers(topic, table).span(8),
  ];
  if (detail)
    panels.push(linesChart(`${table.title}: $${detail.variable}`, table, details(detail)).span(24));
  const refined = topic.aggregate.map((other) => detailOf(topic, other)).find((found) => found?.of === table);
  if (refined)
    panels.push(intervalChart(`${table.title}: $${refined.variable}`, table, refined.variable).span(24));
  return panels;
}
