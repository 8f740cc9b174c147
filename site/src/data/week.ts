import type { Period } from './model';

const day = 86_400_000;

/** Of this century: a damaged file must not make the page draw thousands of years. */
export function isWeek(text: string): boolean {
  const match = /^(20\d{2})-W(\d{2})$/.exec(text);
  if (!match) return false;
  const number = Number(match[2]);
  return number >= 1 && number <= 53 && weekOf(mondayTime(text)) === text;
}

function mondayTime(week: Period): number {
  const year = Number(week.slice(0, 4));
  const number = Number(week.slice(6));
  const fourth = Date.UTC(year, 0, 4); // 4 January is always in week 1
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((number - 1) * 7 - weekday) * day;
}

/** The week that has this moment. */
export function weekOf(time: number): Period {
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  const thursday = new Date(time + (3 - weekday) * day);
  const year = thursday.getUTCFullYear();
  const number = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * day));
  return `${year}-W${String(number).padStart(2, '0')}`;
}

export function monday(week: Period): Date {
  return new Date(mondayTime(week));
}

export function sunday(week: Period): Date {
  return new Date(mondayTime(week) + 6 * day);
}

export function addWeeks(week: Period, count: number): Period {
  return weekOf(mondayTime(week) + count * 7 * day);
}

