import type { Series } from '../data/series';
import type { Period } from '../data/model';
import { number } from '../words/format';
import { colour } from '../dom/theme';
import type { Option } from './canvas';
import { grid, timeAxis, tooltip, valueAxis } from './parts';

/**
 * People per week or month, with the interval of each number as a band where the series has it. A period without a
 * published number breaks the line, and so does each of `restarts`: what is summed up by year begins anew there.
 */
export function lines(
  periods: readonly Period[],
  series: readonly Series[],
  restarts: readonly Period[] = [],
): (width: number) => Option {
  const starts = [0, ...restarts.map((each) => periods.indexOf(each)).filter((place) => place > 0)];
  return (width) => ({
    grid,
    tooltip: tooltip(periods, series, number),
    xAxis: timeAxis(periods, width, false),
    yAxis: valueAxis(number),
    series: starts.flatMap((start, place) => series.flatMap((each) => {
      const part = pieceOf(each, start, starts[place + 1] ?? periods.length);
      return [...band(part, `${each.label} ${place}`), line(part)];
    })),
  });
}

/** The series with values only from one place to before another. */
function pieceOf(series: Series, start: number, end: number): Series {
  const only = (values: (number | null)[]): (number | null)[] =>
    values.map((value, place) => (place >= start && place < end ? value : null));
  return { ...series, values: only(series.values), ...(series.within ? { within: only(series.within) } : {}) };
}

function line(series: Series) {
  return {
    type: 'line' as const,
    name: series.label,
    data: series.values,
    connectNulls: false,
    symbol: 'circle',
    symbolSize: 5,
    showAllSymbol: true,
    color: colour(series.colour),
    lineStyle: { width: 2 },
    emphasis: { disabled: true },
  };
}

/** Two stacked lines that are not drawn, the area between them is. */
function band(series: Series, name: string) {
  const { within, values } = series;
  if (!within) return [];
  const edge = (of: (value: number, within: number) => number): (number | null)[] =>
    values.map((value, place) => (value === null ? null : of(value, within[place] ?? 0)));
  const edges = {
    type: 'line' as const,
    stack: name,
    symbol: 'none',
    silent: true,
    connectNulls: false,
    lineStyle: { width: 0 },
    emphasis: { disabled: true },
  };
  return [
    { ...edges, data: edge((value, most) => value - most) },
    { ...edges, data: edge((_, most) => 2 * most), areaStyle: { color: colour(series.colour), opacity: 0.22 } },
  ];
}
