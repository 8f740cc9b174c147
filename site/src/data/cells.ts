import type { Period, Row, Table } from './model';

/** Looks up published numbers; undefined means not published. */
export class Cells {
  private readonly found = new Map<string, Row>();

  constructor(readonly rows: readonly Row[]) {
    for (const row of rows) this.found.set(identity(row.period, row.key), row);
  }

  row(period: Period, key: readonly string[]): Row | undefined {
    return this.found.get(identity(period, key));
  }

  at(period: Period, key: readonly string[]): number | undefined {
    return this.row(period, key)?.people;
  }
}

function identity(period: Period, key: readonly string[]): string {
  return JSON.stringify([period, key]);
}

export function cellsOf(table: Table, periods: readonly Period[]): Cells {
  const wanted = new Set(periods);
  return new Cells(table.rows.filter((row) => wanted.has(row.period)));
}

/** Each distinct key once, in the order of its first row. */
export function keysOf(rows: readonly Row[]): string[][] {
  const keys = new Map<string, string[]>();
  for (const row of rows) keys.set(JSON.stringify(row.key), row.key);
  return [...keys.values()];
}

/** The sum of the cells that were published; undefined when none was. */
export function sumOf(cells: Cells, period: Period, keys: readonly string[][]): number | undefined {
  let sum: number | undefined;
  for (const key of keys) {
    const people = cells.at(period, key);
    if (people !== undefined) sum = (sum ?? 0) + people;
  }
  return sum;
}
