import type { Series } from '../data/series';
import type { Week } from '../data/model';
import { number } from '../words/format';
import { colour } from '../dom/theme';
import type { Option } from './canvas';
import { grid, tooltip, valueAxis, weekAxis } from './parts';

/** People per week. A week without a published number breaks the line. */
export function lines(weeks: readonly Week[], series: readonly Series[]): (width: number) => Option {
  return (width) => ({
    grid,
    tooltip: tooltip(weeks, series, number),
    xAxis: weekAxis(weeks, width, false),
    yAxis: valueAxis(number),
    series: series.map((each) => ({
      type: 'line' as const,
      name: each.label,
      data: each.values,
      connectNulls: false,
      symbol: 'circle',
      symbolSize: 5,
      showAllSymbol: true,
      color: colour(each.colour),
      lineStyle: { width: 2 },
      emphasis: { disabled: true },
    })),
  });
}
