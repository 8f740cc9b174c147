import type { Week } from '../data/model';
import { monday, sunday } from '../data/week';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const dates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

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

export function weekDates(week: Week): string {
  return `${dates.format(monday(week))} to ${dates.format(sunday(week))}`;
}

export function period(weeks: readonly Week[]): string {
  const first = weeks[0];
  const last = weeks[weeks.length - 1];
  if (first === undefined || last === undefined) return 'no week';
  return first === last ? first : `${first} to ${last}`;
}

/** "Weeks" and the like need the right form beside a number. */
export function counted(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}
