import type { Bar } from '../data/series';
import { number } from '../words/format';
import { colour } from '../dom/theme';
import type { Option } from './canvas';
import { grid, valueAxis, words } from './parts';

export function barsHeight(bars: readonly Bar[]): number {
  return 40 + 26 * Math.max(1, bars.length);
}

/** A ranking in one week or month, most people on top. */
export function bars(found: readonly Bar[], label: (key: readonly string[]) => string): (width: number) => Option {
  return (width) => ({
    grid: { ...grid, right: 48 },
    xAxis: { ...valueAxis(number), splitNumber: width < 500 ? 2 : 5 },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: found.map((each) => shorten(label(each.key), width < 500 ? 22 : 44)),
      axisLine: { lineStyle: { color: colour('--line') } },
      axisTick: { show: false },
      axisLabel: {
        ...words(),
        color: colour('--ink'),
        interval: 0,
      },
    },
    series: [
      {
        type: 'bar' as const,
        data: found.map((each) => each.people),
        barCategoryGap: '30%',
        color: colour('--accent'),
        label: { show: true, position: 'right' as const, ...words(), formatter: (bar) => number(Number(bar.value)) },
        emphasis: { disabled: true },
      },
    ],
  });
}

/** Keeps the end: names of commands begin alike. */
function shorten(text: string, most: number): string {
  return text.length > most ? `…${text.slice(1 - most)}` : text;
}
