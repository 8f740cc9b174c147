import type { Period } from '../data/model';
import { isMonth } from '../data/month';
import { monday, sunday } from '../data/week';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthNamesInFull = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const monthNames = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });

/** Groups of three digits, parted by a narrow space that doesn't break. */
function thin(format: Intl.NumberFormat, value: number): string {
  return format
    .formatToParts(value)
    .map((part) => (part.type === 'group' ? '\u202f' : part.type === 'minusSign' ? '\u2212' : part.value))
    .join('');
}

export function number(value: number): string {
  return thin(whole, value);
}

export function share(value: number): string {
  return thin(percent, value);
}

export function signed(value: number): string {
  return value > 0 ? `+${number(value)}` : number(value);
}

export function weekDates(week: Period): string {
  return `${dates.format(monday(week))} to ${dates.format(sunday(week))}`;
}

/** Half the width of the interval that holds the count with a probability of 95 %. */
export function interval(within: number): string {
  return `±\u00a0${number(within)}`;
}

function firstDay(month: Period): Date {
  return new Date(`${month}-01T00:00:00Z`);
}

/** A week as the files name it, "2026-W44", and a month in words. */
export function named(period: Period): string {
  return isMonth(period) ? months.format(firstDay(period)) : period;
}

/** The two lines below an axis: the week or month, and its year. */
export function axisLabel(period: Period): string {
  return `${isMonth(period) ? monthNames.format(firstDay(period)) : period.slice(5)}\n${period.slice(0, 4)}`;
}

export function listed(periods: readonly Period[]): string {
  return periods.map(named).join(', ');
}

export function span(periods: readonly Period[]): string {
  const first = periods[0];
  const last = periods[periods.length - 1];
  if (first === undefined || last === undefined) return 'no time';
  if (first === last) return named(first);
  const sameYear = isMonth(first) && first.slice(0, 4) === last.slice(0, 4);
  return `${sameYear ? monthNamesInFull.format(firstDay(first)) : named(first)} to ${named(last)}`;
}

/** "Weeks" and the like need the right form beside a number. */
export function counted(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}
