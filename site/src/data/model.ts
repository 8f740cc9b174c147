// The published files as the page sees them, after validate.ts has looked at every field.

/** "2026-W44", an ISO 8601 week in UTC, or "2026-11", the weeks whose Thursdays lie in that month. */
export type Period = string;
/** What numbers are published for. */
export type Unit = 'week' | 'month';
/** What one number of a table counts people in; `year` and `ever` are summed up month by month, so far. */
export type Span = Unit | 'year' | 'ever';

export interface Dimension {
  field: string;
  title: string;
}

export interface TableEntry {
  topic: string;
  level: string;
  table: string;
  title: string;
  period: Span;
  dimensions: Dimension[];
  sigma: number; // of the noise of each number
  threshold: number;
  within: number; // how far a number may be from the count, with a probability of 95 %; the rows of a sum have their own
  json: string;
  csv: string;
}

export interface Index {
  dictionary: number;
  dataAsOf: Period | null;
  rounding: number;
  weeks: Period[];
  months: Period[];
  tables: TableEntry[];
}

export interface Row {
  period: Period; // of a sum, the month up to which it goes
  key: string[];
  people: number;
  within: number;
}

/** Rows of one table. A (period, key) that has no row was not published, which doesn't mean zero. */
export interface Table {
  table: string;
  dimensions: string[];
  periods: Period[];
  rows: Row[];
}

export interface Field {
  name: string;
  title: string;
  description: string;
  values: string;
  options: string[];
  example: string;
}

export interface PublishedAs {
  table: string;
  title: string;
  period: Span;
  dimensions: string[];
  sigma: number;
  threshold: number;
}

export interface Topic {
  topic: string;
  level: string;
  title: string;
  why: string;
  period: Unit;
  cap: number;
  fields: Field[];
  tables: PublishedAs[];
}

export interface Dictionary {
  version: number;
  topics: Topic[];
}
