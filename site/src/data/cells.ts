import type { Row, Table, Week } from './model';

/** Looks up published numbers; undefined means not published. */
export class Cells {
  private readonly people = new Map<string, number>();

  constructor(readonly rows: readonly Row[]) {
    for (const row of rows) this.people.set(identity(row.week, row.key), row.people);
  }

  at(week: Week, key: readonly string[]): number | undefined {
    return this.people.get(identity(week, key));
  }
}

function identity(week: Week, key: readonly string[]): string {
  return JSON.stringify([week, key]);
}

export function cellsOf(table: Table, weeks: readonly Week[]): Cells {
  const wanted = new Set(weeks);
  return new Cells(table.rows.filter((row) => wanted.has(row.week)));
}

/** Each distinct key once, in the order of its first row. */
export function keysOf(rows: readonly Row[]): string[][] {
  const keys = new Map<string, string[]>();
  for (const row of rows) keys.set(JSON.stringify(row.key), row.key);
  return [...keys.values()];
}

/** The sum of the cells that were published; undefined when none was. */
export function sumOf(cells: Cells, week: Week, keys: readonly string[][]): number | undefined {
  let sum: number | undefined;
  for (const key of keys) {
    const people = cells.at(week, key);
    if (people !== undefined) sum = (sum ?? 0) + people;
  }
  return sum;
}
