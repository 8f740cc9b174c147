// What is taken from the data dictionary.

export interface Field {
  title: string;
  description: string;
}

export interface Table {
  table: string;
  title: string;
  period: 'week' | 'month' | 'year' | 'ever';
  dimensions: string[];
}

export interface Topic {
  topic: string;
  level: 'basic' | 'middle' | 'full';
  title: string;
  why: string;
  schema: { properties: Record<string, Field> };
  aggregate: Table[];
}

export interface Dictionary {
  version: number;
  topics: Topic[];
}

/** A table that says more of each thing that another one of its topic counts: versions of a plugin, of plugins. */
export interface Detail {
  table: Table;
  of: Table;
  /** Names the dashboard's variable that says of which thing. */
  variable: string;
}

export function detailOf(topic: Topic, table: Table): Detail | undefined {
  const of = topic.aggregate.find(({ dimensions }) => dimensions.length === 1
    && table.dimensions.length === 2 && table.dimensions[0] === dimensions[0]);
  return of && { table, of, variable: topic.topic };
}

export const isSum = ({ period }: Table): boolean => period === 'year' || period === 'ever';

export const titleOf = (topic: Topic, field: string): string => topic.schema.properties[field]?.title ?? field;
