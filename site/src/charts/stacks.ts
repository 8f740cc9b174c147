import type { Series } from '../data/series';
import type { Period } from '../data/model';
import { number, share } from '../words/format';
import { colour } from '../dom/theme';
import type { Option } from './canvas';
import { grid, tooltip, valueAxis, timeAxis } from './parts';

/** One bar per week or month, the first series at the bottom. What was not published is not in the bar. */
export function stacks(
  periods: readonly Period[],
  series: readonly Series[],
  show: 'share' | 'people',
): (width: number) => Option {
  const format = show === 'share' ? share : number;
  return (width) => ({
    grid,
    tooltip: tooltip(periods, series, format),
    xAxis: timeAxis(periods, width, true),
    yAxis: valueAxis(format, show === 'share' ? 1 : undefined),
    series: series.map((each) => ({
      type: 'bar' as const,
      name: each.label,
      stack: 'all',
      data: each.values,
      barCategoryGap: '18%',
      color: colour(each.colour),
      itemStyle: { borderColor: colour('--panel'), borderWidth: periods.length > 60 ? 0 : 0.75 },
      emphasis: { disabled: true },
    })),
  });
}
