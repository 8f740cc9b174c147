// The published files as the page sees them, after validate.ts has looked at every field.

export type Week = string; // ISO 8601 in UTC, "2026-W44"

export interface Dimension {
  field: string;
  title: string;
}

export interface TableEntry {
  topic: string;
  level: string;
  table: string;
  title: string;
  dimensions: Dimension[];
  sigma: number; // of the noise of each number
  threshold: number;
  within: number; // how far a number may be from the count, with a probability of 95 %
  json: string;
  csv: string;
}

export interface Index {
  dictionary: number;
  dataAsOf: Week | null;
  rounding: number;
  weeks: Week[];
  tables: TableEntry[];
}

export interface Row {
  week: Week;
  key: string[];
  people: number;
}

/** Rows of one table. A (week, key) that has no row was not published, which doesn't mean zero. */
export interface Table {
  table: string;
  dimensions: string[];
  weeks: Week[];
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

export interface Topic {
  topic: string;
  level: string;
  title: string;
  why: string;
  cap: number;
  fields: Field[];
  tables: { table: string; title: string; dimensions: string[] }[];
}

export interface Dictionary {
  version: number;
  topics: Topic[];
}
