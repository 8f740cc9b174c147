// The SQL of the panels, for the tables of aggregates.sqlite (resources/sql/aggregates-1.sql), with what Grafana and
// frser-sqlite-datasource put in: $__from and $__to (milliseconds), $__unixEpochGroupSeconds, and variables.
import { isSum, titleOf, type Detail, type Table, type Topic } from './dictionary.ts';

const week = 7 * 24 * 60 * 60;

/** When a period is drawn: a month at its first day, a week at its Thursday. These are whole weeks since 1970. */
function timeOf(table: Table): string {
  return table.period === 'week'
    ? "CAST(strftime('%s', substr(period, 1, 4) || '-01-04', 'weekday 0', '-3 days', "
      + "(7 * (substr(period, 7) - 1)) || ' days') AS INTEGER)"
    : "CAST(strftime('%s', period || '-01') AS INTEGER)";
}

/** How far a number may be from the count, with a probability of 95 %. SQLite may be built without sqrt. */
function withinOf(table: Table): string {
  const noise = isSum(table)
    ? '(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i * i < '
      + '4 * drawings.sigma * drawings.sigma * sums.months) SELECT max(i) FROM n)'
    : '2 * drawings.sigma';
  return `${noise} + releases.rounding / 2`;
}

const joins = (table: Table): string => 'JOIN releases USING (period)'
  + (isSum(table) ? ' JOIN sums USING (period, table_name)' : '');

/** The periods in which this table was drawn, with their time. A number that one of them lacks was suppressed. */
const drawn = (table: Table): string =>
  `drawn AS (SELECT period, ${timeOf(table)} AS time FROM drawings WHERE table_name = '${table.table}')`;

const inRange = 'drawn.time BETWEEN $__from / 1000 AND $__to / 1000';

const newest = (table: Table): string => `(SELECT max(period) FROM drawings WHERE table_name = '${table.table}')`;

const part = (place: number, of = 'cells.key'): string => `json_extract(${of}, '$[${place}]')`;

/** The words of a key, with one between them that no value has. */
const words = (table: Table, from: number, of: string): string =>
  table.dimensions.map((_, place) => part(place, of)).slice(from).join(" || ' · ' || ");

/** One line with its interval: of a table that counts everybody, or of what a variable names. */
export function interval(table: Table, variable?: string): string {
  const lines = [
    `WITH ${drawn(table)}`,
    'SELECT drawn.time AS time, cells.reporters AS people,',
    `  cells.reporters - (${withinOf(table)}) AS "at least",`,
    `  cells.reporters + (${withinOf(table)}) AS "at most"`,
    `FROM drawn JOIN drawings ON drawings.period = drawn.period AND drawings.table_name = '${table.table}'`,
    'JOIN releases ON releases.period = drawn.period',
    ...(isSum(table) ? ['JOIN sums ON sums.period = drawn.period AND sums.table_name = drawings.table_name'] : []),
    'LEFT JOIN cells ON cells.period = drawn.period AND cells.table_name = drawings.table_name',
    ...(variable === undefined ? [] : [`  AND ${part(0)} = \${${variable}:sqlstring}`]),
    `WHERE ${inRange}`,
    'ORDER BY 1',
  ].join('\n');
  if (table.period !== 'week')
    return lines;
  // A week that was not published is a gap.
  const time = `$__unixEpochGroupSeconds(time, ${week}, NULL)`;
  return `SELECT ${time} AS time, people, "at least", "at most" FROM (\n${lines}\n) ORDER BY 1`;
}

/** A line for each of these keys, named by its parts from this one on; a number that was suppressed is a gap. */
function linesOf(table: Table, keys: string, from: number): string {
  return [
    `WITH ${drawn(table)},`,
    `named AS (${keys})`,
    `SELECT drawn.time AS time, ${words(table, from, 'named.key')} AS metric, cells.reporters AS people`,
    'FROM drawn CROSS JOIN named LEFT JOIN cells',
    `  ON cells.period = drawn.period AND cells.table_name = '${table.table}' AND cells.key = named.key`,
    `WHERE ${inRange}`,
    'ORDER BY 1, named.key',
  ].join('\n');
}

/** The ten largest of the newest period. */
export const largest = (table: Table): string => linesOf(table,
  `SELECT key FROM cells WHERE table_name = '${table.table}' AND period = ${newest(table)}\n`
  + '  ORDER BY reporters DESC, key LIMIT 10', 0);

/** All that a detail table has of what the variable names. */
export const details = ({ table, variable }: Detail): string => linesOf(table,
  `SELECT DISTINCT key FROM cells WHERE table_name = '${table.table}'\n`
  + `  AND ${part(0)} = \${${variable}:sqlstring}`, 1);

/** Every number of the newest period. */
export function numbers(topic: Topic, table: Table): string {
  const key = table.dimensions.map((field, place) => `${part(place)} AS "${titleOf(topic, field)}", `).join('');
  return [
    `SELECT ${key}cells.reporters AS people, ${withinOf(table)} AS within, cells.period AS period`,
    `FROM cells JOIN drawings USING (period, table_name) ${joins(table)}`,
    `WHERE cells.table_name = '${table.table}' AND cells.period = ${newest(table)}`,
    'ORDER BY cells.reporters DESC, cells.key',
  ].join('\n');
}

/** What the variable can be: all that was ever published, so that an old link finds its plugin. */
export const choices = ({ of }: Detail): string =>
  `SELECT DISTINCT ${part(0)} FROM cells WHERE table_name = '${of.table}' ORDER BY 1`;
