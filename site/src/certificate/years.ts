// What a calendar year's published numbers say together; the same rule in whole numbers as in src/host/certificate/yearfigures.h.
import { addMonths } from './month';
import type { CertifiedMonth, CertifiedYear, PeopleWithin } from './model';

function rootUp(square: number): number {
  let root = Math.floor(Math.sqrt(square));
  while (root * root < square) root += 1;
  return root;
}

function meanOf(months: readonly CertifiedMonth[]): PeopleWithin {
  const count = months.length;
  let sum = 0;
  let squares = 0;
  let rounding = 0;
  for (const month of months) {
    const half = Math.floor(month.rounding / 2);
    sum += month.people;
    squares += Math.max(0, month.high - month.people - half) ** 2;
    rounding = Math.max(rounding, half);
  }
  const half = Math.ceil(rootUp(squares) / count) + rounding;
  return {
    people: Math.floor((2 * sum + count) / (2 * count)),
    low: Math.max(0, Math.floor(sum / count) - half),
    high: Math.ceil(sum / count) + half,
  };
}

export function monthsBetween(from: string, to: string): string[] {
  const found: string[] = [];
  for (let each = from; each <= to; each = addMonths(each, 1)) found.push(each);
  return found;
}

export function yearsOf(from: string, to: string, months: readonly CertifiedMonth[]): CertifiedYear[] {
  const years = new Map<number, number>();
  for (const month of monthsBetween(from, to)) {
    const year = Number(month.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return [...years].map(([year, all]) => {
    const published = months.filter((month) => Number(month.period.slice(0, 4)) === year);
    return { year, months: all, published: published.length, mean: published.length === 0 ? null : meanOf(published) };
  });
}
