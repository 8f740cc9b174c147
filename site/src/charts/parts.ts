// What the charts have in common: axes, the tooltip and the legend.
import type { Series } from '../data/series';
import type { Week } from '../data/model';
import { element } from '../dom/dom';
import { colour, font } from '../dom/theme';

export function words(size = 12): { color: string; fontFamily: string; fontSize: number } {
  return { color: colour('--muted'), fontFamily: font(), fontSize: size };
}

// "same" keeps the labels of the axes inside these margins.
export const grid = {
  left: 4, right: 16, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all',
} as const;

export function weekAxis(weeks: readonly Week[], width: number, boundaryGap: boolean) {
  const room = Math.max(2, Math.floor(width / 64));
  const step = Math.max(1, Math.ceil(weeks.length / room));
  return {
    type: 'category' as const,
    data: [...weeks],
    boundaryGap,
    axisLine: { lineStyle: { color: colour('--line') } },
    axisTick: { show: false },
    axisLabel: {
      ...words(),
      lineHeight: 16,
      hideOverlap: true,
      // Counted from the end, so that the latest week always has its label.
      interval: (place: number) => (weeks.length - 1 - place) % step === 0,
      formatter: (week: string) => `${week.slice(5)}\n${week.slice(0, 4)}`,
    },
  };
}

export function valueAxis(format: (value: number) => string, max?: number) {
  return {
    type: 'value' as const,
    min: 0,
    ...(max === undefined ? {} : { max }),
    axisLabel: { ...words(), formatter: format },
    splitLine: { lineStyle: { color: colour('--line') } },
  };
}

/** A tooltip made of elements: names go in as text, and no style attribute meets the content policy. */
export function tooltip(weeks: readonly Week[], series: readonly Series[], format: (value: number) => string) {
  return {
    trigger: 'axis' as const,
    confine: true,
    transitionDuration: 0,
    backgroundColor: colour('--panel'),
    borderColor: colour('--line'),
    textStyle: { ...words(13), color: colour('--ink') },
    axisPointer: { type: 'line' as const, lineStyle: { color: colour('--muted') } },
    formatter: (hovered: unknown): HTMLElement => {
      const place = (Array.isArray(hovered) ? hovered[0] : hovered)?.dataIndex ?? 0;
      const list = element('dl', { class: 'tip' });
      for (const each of series) {
        const value = each.values[place] ?? null;
        list.append(
          element('dt', {}, swatch(each.colour), each.label),
          element('dd', {}, value === null ? 'not published' : format(value)),
        );
      }
      return element('div', {}, element('strong', {}, weeks[place] ?? ''), list);
    },
  };
}

export function swatch(name: `--${string}`): HTMLElement {
  const mark = element('span', { class: 'swatch', 'aria-hidden': 'true' });
  mark.style.backgroundColor = `var(${name})`;
  return mark;
}

export function legend(series: readonly Series[]): HTMLElement[] {
  return series.map((each) => element('li', {}, swatch(each.colour), each.label));
}
