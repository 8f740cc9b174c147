// What the charts have in common: axes, the tooltip and the legend.
import type { Series } from '../data/series';
import type { Period } from '../data/model';
import { element } from '../dom/dom';
import { colour, font } from '../dom/theme';
import { axisLabel, interval as plusMinus, named } from '../words/format';

export function words(size = 12): { color: string; fontFamily: string; fontSize: number } {
  return { color: colour('--muted'), fontFamily: font(), fontSize: size };
}

// "same" keeps the labels of the axes inside these margins.
export const grid = {
  left: 4, right: 16, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all',
} as const;

export function timeAxis(periods: readonly Period[], width: number, boundaryGap: boolean) {
  const room = Math.max(2, Math.floor(width / 64));
  const step = Math.max(1, Math.ceil(periods.length / room));
  return {
    type: 'category' as const,
    data: [...periods],
    boundaryGap,
    axisLine: { lineStyle: { color: colour('--line') } },
    axisTick: { show: false },
    axisLabel: {
      ...words(),
      lineHeight: 16,
      hideOverlap: true,
      // Counted from the end, so that the latest one always has its label.
      interval: (place: number) => (periods.length - 1 - place) % step === 0,
      formatter: axisLabel,
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
export function tooltip(periods: readonly Period[], series: readonly Series[], format: (value: number) => string) {
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
          element('dd', {}, value === null ? 'not published' : format(value) + interval(each, place)),
        );
      }
      return element('div', {}, element('strong', {}, named(periods[place] ?? '')), list);
    },
  };
}

function interval(series: Series, place: number): string {
  const within = series.within?.[place] ?? null;
  return within === null ? '' : ` ${plusMinus(within)}`;
}

export function swatch(name: `--${string}`): HTMLElement {
  const mark = element('span', { class: 'swatch', 'aria-hidden': 'true' });
  mark.style.backgroundColor = `var(${name})`;
  return mark;
}

export function legend(series: readonly Series[]): HTMLElement[] {
  return series.map((each) => element('li', {}, swatch(each.colour), each.label));
}
