// Weeks and months alike: "2026-W44" and "2026-11" say by their form which they are.
import type { Index, Period, Span, Unit } from './model';
import { addMonths, isMonth, lastWeekOf, monthOf } from './month';
import { addWeeks, isWeek } from './week';

export function isPeriod(text: string, of: Unit): boolean {
  return of === 'week' ? isWeek(text) : isMonth(text);
}

/** Summed up month by month, so that the noise of its numbers grows. */
export function isSum(span: Span): boolean {
  return span === 'year' || span === 'ever';
}

/** What a table has a row for. */
export function unitOf(span: Span): Unit {
  return span === 'week' ? 'week' : 'month';
}

export function shift(period: Period, count: number): Period {
  return isWeek(period) ? addWeeks(period, count) : addMonths(period, count);
}

/** Every week or month from the first to the last, so that one that was never released is a gap in a chart. */
export function every(first: Period, last: Period): Period[] {
  const found: Period[] = [];
  for (let each = first; each <= last; each = shift(each, 1)) found.push(each);
  return found;
}

/** The last month that could have been published, which is one that ended with the last published week or before. */
function lastMonth(index: Index): Period | undefined {
  const published = index.months[index.months.length - 1];
  if (published === undefined || index.dataAsOf === null) return published;
  const running = monthOf(index.dataAsOf);
  const closed = lastWeekOf(running) <= index.dataAsOf ? running : addMonths(running, -1);
  return closed > published ? closed : published;
}

/** The weeks or months of the last so many months that charts show, without holes; 0 means all. */
export function shownPeriods(index: Index, of: Unit, months: number): Period[] {
  const first = (of === 'week' ? index.weeks : index.months)[0];
  const last = of === 'week' ? (index.dataAsOf ?? undefined) : lastMonth(index);
  if (first === undefined || last === undefined) return [];
  if (months === 0) return every(first, last);
  const start = shift(last, 1 - (of === 'week' ? Math.round((months * 52) / 12) : months));
  return every(start < first ? first : start, last);
}

/** Months that were not published though they could have been: a week of them was not counted. */
export function missingMonths(index: Index): Period[] {
  return shownPeriods(index, 'month', 0).filter((each) => !index.months.includes(each));
}
