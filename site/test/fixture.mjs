// Writes public files as the aggregate program does: made-up numbers, the same ones every time.
// usage: node site/test/fixture.mjs FOLDER   (writes FOLDER/data)
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { random, sharesOf } from './people.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const weekly = ['user', 'napari'];
export const dictionary = byMonth(JSON.parse(readFileSync(`${root}/resources/dictionary.json`, 'utf8')));

/** As the dictionary is to be; nothing is changed in one that says the periods of its topics. */
function byMonth(read) {
  for (const topic of read.topics.filter((each) => each.period === undefined)) {
    topic.period = weekly.includes(topic.topic) ? 'week' : 'month';
    if (topic.period === 'month') topic.aggregate.forEach((table) => { table.period = 'month'; });
  }
  return read;
}

/** The least threshold of any table. */
const threshold = Math.min(...dictionary.topics.flatMap((topic) => topic.aggregate.map((table) => table.threshold)));
const rounding = dictionary.rounding;
const weeksOf = (year, first, last) => Array.from({ length: last - first + 1 }, (_, place) => `${year}-W${String(first + place).padStart(2, '0')}`);
/** Weeks 2025-W36 to 2026-W44. */
export const weeks = [...weeksOf(2025, 36, 52), ...weeksOf(2026, 1, 44)];
/** How many Thursdays each month has, by the calendar: so many of the weeks are its own. */
const thursdays = {
  '2025-09': 4, '2025-10': 5, '2025-11': 4, '2025-12': 4, '2026-01': 5, '2026-02': 4, '2026-03': 4, '2026-04': 5, '2026-05': 4,
  '2026-06': 4, '2026-07': 5, '2026-08': 4, '2026-09': 4, '2026-10': 5,
};
/** The week in which nothing of `users` was published. */
export const gapWeek = '2026-W31';
/** The month that was not counted, and the one in which nothing of `users-month` was published. */
export const gapMonth = '2026-06';
export const hiddenMonth = '2026-02';
export const months = Object.keys(thursdays).filter((month) => month !== gapMonth);
export const hostileName = '<img src=x onerror="document.title=1">';
/** Others that no page may choke on: letters that turn the text around, and a very long one. */
export const strangeNames = ['abc\u202Egnp.exe', 'x'.repeat(200), '=cmd|calc'];

function publish(count, least = threshold) {
  return count < least ? null : Math.round(count / rounding) * rounding;
}

/** Each week or month with the number of its last week after 2026-W19, and how many people there were. */
function moments() {
  const next = random(1);
  const start = weeks.indexOf('2026-W19');
  const byWeek = weeks.map((period, place) =>
    ({ period, week: place - start, users: 500 + place * 22 + Math.round(120 * Math.sin(place / 3)) + Math.round(next() * 40) }));
  let end = -1;
  const byMonth = Object.entries(thursdays).map(([period, count]) => {
    end += count;
    return { period, week: end - start, users: Math.round(byWeek[end].users * 1.45) };
  });
  return { byWeek, byMonth: byMonth.filter(({ period }) => period !== gapMonth) };
}

/** Noise doesn't change what is made up; the interval of a sum is that of so many months. */
function sumRows({ period: span, sigma, threshold: least }, byMonth) {
  let sum = 0;
  let count = 0;
  return byMonth.flatMap(({ period, users }, place) => {
    if (span === 'year' && period.endsWith('-01')) sum = count = 0;
    // Fewer are new as time goes by, and nobody is new ever who isn't new in the year.
    sum += users * (count === 0 ? 1 : span === 'year' ? 0.16 : place < 5 ? 0.45 : 0.14);
    count += 1;
    const people = publish(sum, least * Math.sqrt(count));
    const within = Math.ceil(2 * sigma * Math.sqrt(count)) + Math.floor(rounding / 2);
    return people === null ? [] : [{ period, key: [], people, within }];
  });
}

function rowsOf(definition, { byWeek, byMonth }) {
  const { table, period: span } = definition;
  if (span === 'year' || span === 'ever') return sumRows(definition, byMonth);
  const next = random(table.length * 7919 + table.charCodeAt(0));
  return (span === 'week' ? byWeek : byMonth).flatMap(({ period, week, users }) => {
    if ((table === 'users' && period === gapWeek) || (table === 'users-month' && period === hiddenMonth)) return [];
    return sharesOf(table, week).flatMap(([key, share]) => {
      const people = publish(users * share * (0.97 + next() * 0.06));
      return people === null ? [] : [{ period, key, people }];
    });
  });
}

/** With the title of the field in front of values that programs would take for numbers, dates or truth values. */
function csv(topic, dimensions, sum, rows) {
  const quoted = (value) => (/[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  const fronts = dimensions.map((field) => (/^(\d|true$|false$)/.test(String(topic.example[field])) ? `${topic.schema.properties[field].title}: ` : ''));
  return [['period', ...dimensions, 'people', ...(sum ? ['within'] : [])],
    ...rows.map((row) => [row.period, ...row.key.map((value, place) => fronts[place] + value), row.people, ...(sum ? [row.within] : [])])]
    .map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

/**
 * Writes folder/data and returns what it wrote. `hostile` adds a plugin whose name is markup; `young` released only weeks,
 * of a month that is not over, `few` is a host of 200 people, and `empty` released nothing.
 */
export function writeFixture(folder, { hostile = false, young = false, empty = false, few = false } = {}) {
  const data = `${folder}/data`;
  rmSync(data, { recursive: true, force: true });
  mkdirSync(`${data}/tables`, { recursive: true });
  const released = { week: empty ? [] : young ? weeksOf(2026, 40, 43) : weeks, month: empty || young ? [] : months };
  const all = moments();
  if (few) Object.values(all).flat().forEach((moment) => { moment.users = Math.round(moment.users / 8); });
  const tables = [];
  const index = {
    format: 1, dictionary: dictionary.version, data_as_of: released.week.at(-1) ?? null, unit: 'people',
    rounding, weeks: released.week, months: released.month,
    releases: [...released.week, ...released.month].map((period) => ({ period, dictionary: dictionary.version, rounding })), tables: [],
  };
  for (const topic of dictionary.topics) {
    for (const definition of topic.aggregate) {
      const { table, title, period: span, dimensions, sigma, threshold: least } = definition;
      const sum = span === 'year' || span === 'ever';
      const periods = span === 'week' ? released.week : released.month;
      const rows = rowsOf(definition, all).filter((row) => periods.includes(row.period));
      if (hostile && table === 'plugins') rows.push(...periods.map((period) => ({ period, key: [hostileName], people: 700 })));
      if (hostile && table === 'plugins') rows.push(...periods.flatMap((period) => strangeNames.map((name) => ({ period, key: [name], people: 60 }))));
      if (hostile && table === 'plugin-versions') rows.push(...periods.map((period) => ({ period, key: [hostileName, '<b>1</b>'], people: 700 })));
      const written = { topic: topic.topic, table, title, period: span, dimensions, periods, rows };
      tables.push(written);
      writeFileSync(`${data}/tables/${table}.json`, JSON.stringify(written));
      writeFileSync(`${data}/tables/${table}.csv`, csv(topic, dimensions, sum, rows));
      index.tables.push({
        topic: topic.topic, level: topic.level, table, title, period: span,
        dimensions: dimensions.map((field) => ({ field, title: topic.schema.properties[field].title })),
        sigma, threshold: least, within: 2 * sigma + 2,
        json: `tables/${table}.json`, csv: `tables/${table}.csv`,
      });
    }
  }
  writeFileSync(`${data}/index.json`, JSON.stringify(index));
  const resources = index.tables.map((entry) => ({ name: entry.table, path: entry.csv }));
  writeFileSync(`${data}/datapackage.json`, JSON.stringify({ name: 'napari-telemetry', resources }));
  writeFileSync(`${data}/dictionary.json`, JSON.stringify(dictionary));
  writePeriods(data, [...released.week, ...released.month].sort(), tables, index);
  writeSqlite(`${data}/aggregates.sqlite`, tables);
  return { index, tables: Object.fromEntries(tables.map((table) => [table.table, table])) };
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
/** The one form of a line of the history: keys in order, nothing between them. */
const canonical = (value) => JSON.stringify(value, (_, each) =>
  (each !== null && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each));

/** The files of periods/, and an unsigned history that names them. */
function writePeriods(data, periods, tables, index) {
  mkdirSync(`${data}/periods`, { recursive: true });
  const lines = [];
  const enter = (kind, what, path, bytes) => {
    const before = lines.length === 0 ? '0'.repeat(64) : sha256(lines.at(-1));
    lines.push(canonical({ before, day: '2026-11-30', files: { [path]: sha256(bytes) }, kind, n: lines.length, what }));
  };
  enter('dictionary', {}, 'dictionary.json', JSON.stringify(dictionary));
  const list = readFileSync(`${root}/resources/public-list.json`);
  writeFileSync(`${data}/public-list.json`, list);
  enter('public-list', {}, 'public-list.json', list);
  for (const period of periods) {
    const monthly = !period.includes('W');
    const bytes = JSON.stringify({
      dictionary: dictionary.version, period, rounding,
      tables: tables.filter((table) => (table.period !== 'week') === monthly).map((table) => {
        const { sigma, threshold: least, within } = index.tables.find((entry) => entry.table === table.table);
        const rows = table.rows.filter((row) => row.period === period);
        return {
          table: table.table, topic: table.topic, dimensions: table.dimensions, sigma, threshold: least,
          within: rows[0]?.within ?? within, rows: rows.map(({ key, people }) => ({ key, people })),
        };
      }),
    });
    writeFileSync(`${data}/periods/${period}.json`, bytes);
    enter('release', { period }, `periods/${period}.json`, bytes);
  }
  writeFileSync(`${data}/history.jsonl`, lines.map((line) => `${line}\n`).join(''));
  writeFileSync(`${data}/history-head.json`, `${canonical({ lines: lines.length, sha256: sha256(lines.at(-1)), signatures: [] })}\n`);
  writeFileSync(`${data}/keys.json`, `${canonical({ keys: [], threshold: 1 })}\n`);
}

function writeSqlite(path, tables) {
  const program = `
import json, sqlite3, sys
with sqlite3.connect(sys.argv[1]) as database:
    database.execute("create table cells (name text, period text, key text, people integer)")
    database.executemany("insert into cells values (?, ?, ?, ?)", json.load(sys.stdin))
`;
  const cells = tables.flatMap(({ table, rows }) => rows.map((row) => [table, row.period, JSON.stringify(row.key), row.people]));
  execFileSync('python3', ['-c', program, path], { input: JSON.stringify(cells) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFixture(process.argv[2] ?? '.');
