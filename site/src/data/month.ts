// A month is the ISO weeks whose Thursdays lie in it.
import type { Period } from './model';
import { monday, weekOf } from './week';

const day = 86_400_000;

export function isMonth(text: string): boolean {
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(week: Period): Period {
  return new Date(monday(week).getTime() + 3 * day).toISOString().slice(0, 7);
}

/** That of its last Thursday. */
export function lastWeekOf(month: Period): Period {
  const last = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0);
  const sinceThursday = (new Date(last).getUTCDay() - 4 + 7) % 7;
  return weekOf(last - sinceThursday * day);
}

export function addMonths(month: Period, count: number): Period {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
