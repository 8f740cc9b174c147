// What validate.ts and dictionary.ts ask of single values: the value in its type, or a DataError that says what is wrong.
import type { Period, Span, Unit } from './model';
import { isPeriod } from './period';

export class DataError extends Error {}

export type Fields = Record<string, unknown>;

export function fail(where: string, expected: string): never {
  throw new DataError(`${where} is not ${expected}`);
}

export function object(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(where, 'an object');
  return value as Fields;
}

export function array(value: unknown, where: string): unknown[] {
  return Array.isArray(value) ? value : fail(where, 'a list');
}

export function text(value: unknown, where: string): string {
  return typeof value === 'string' ? value : fail(where, 'a text');
}

export function count(value: unknown, where: string): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail(where, 'a count');
}

export function scalar(value: unknown, where: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return fail(where, 'a text, number or truth value');
}

export function unit(value: unknown, where: string): Unit {
  return value === 'week' || value === 'month' ? value : fail(where, '"week" or "month"');
}

export function span(value: unknown, where: string): Span {
  return value === 'year' || value === 'ever' || value === 'week' || value === 'month'
    ? value
    : fail(where, '"week", "month", "year" or "ever"');
}

export function period(value: unknown, of: Unit, where: string): Period {
  const name = text(value, where);
  return isPeriod(name, of) ? name : fail(where, of === 'week' ? 'an ISO week' : 'a month');
}

/** Rising, so that none is there twice. */
export function periods(value: unknown, of: Unit, where: string): Period[] {
  const found = array(value, where).map((each) => period(each, of, where));
  found.forEach((each, place) => {
    if (place > 0 && each <= (found[place - 1] ?? '')) fail(where, `in order: ${each} is after ${found[place - 1]}`);
  });
  return found;
}
