// Writes public files as the aggregate program does: made-up numbers, the same ones every time.
// usage: node site/test/fixture.mjs FOLDER   (writes FOLDER/data)
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dictionary = JSON.parse(readFileSync(`${root}/resources/dictionary.json`, 'utf8'));
const publicPlugins = JSON.parse(readFileSync(`${root}/resources/public-plugins.json`, 'utf8')).plugins;

/** The least threshold of any table. */
export const threshold = Math.min(...dictionary.topics.flatMap((topic) => topic.aggregate.map((table) => table.threshold)));
export const rounding = dictionary.rounding;
/** Weeks 2026-W19 to 2026-W44. */
export const weeks = Array.from({ length: 26 }, (_, place) => `2026-W${19 + place}`);
/** The week in which nothing of `users` was published. */
export const gapWeek = '2026-W31';
export const hostileName = '<img src=x onerror="document.title=1">';

/** A small generator (mulberry32), so that every run writes the same files. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

function publish(count) {
  return count < threshold ? null : Math.round(count / rounding) * rounding;
}

const releases = [['0.5.6', -200, 8], ['0.6.2', -80, 6], ['0.6.4', -40, 7], ['0.6.6', -6, 8], ['0.7.0', 4, 6], ['0.7.1', 12, 4], ['0.8.0', 19, 5]];

function napariShares(week) {
  const shares = new Map([['dev', 0.03], ['0.4.19', 0.05]]);
  let left = 0.92;
  for (const [version, start, speed] of [...releases].reverse()) {
    if (week < start) continue;
    const taken = left * (1 - Math.exp(-(week - start + 1) / speed));
    shares.set(version, taken);
    left -= taken;
  }
  return shares;
}

const fixed = (...pairs) => () => new Map(pairs);
const spread = (options, weights) => {
  const pairs = [];
  options.forEach((option, place) => pairs.push([option, weights[place % weights.length] / (1 + Math.floor(place / weights.length))]));
  return fixed(...pairs);
};

function pluginShares() {
  const names = Object.keys(publicPlugins);
  const first = ['napari-svg', 'cellpose-napari', 'napari-animation', 'devbio-napari', 'napari-czifile2'].filter((name) => publicPlugins[name]);
  const step = Math.max(1, Math.floor(names.length / 57));
  const chosen = [...new Set([...first, ...names.filter((_, place) => place % step === 0)])].slice(0, 60);
  return chosen.map((name, place) => ({ name, share: 0.55 / (1 + place * 0.45), versions: publicPlugins[name].slice(-4) }));
}

const commands = [
  'napari.window.file._image_dialog', 'napari.viewer.toggle_ndisplay', 'napari.layer.duplicate', 'napari.layer.merge_stack',
  'napari.layer.convert_to_labels', 'napari.viewer.transpose_axes', 'napari.layer.project_stack_max', 'napari.window.view.toggle_fullscreen',
  'napari-svg.get_writer', 'cellpose-napari.segment', 'napari.window.plugins.plugin_install_dialog', 'napari.layer.split_stack',
];
const counts = ['1', '2-9', '10-99', '100+'];
const sizes = ['<1e6', '<1e8', '<1e10', '>=1e10'];
const layers = ['image', 'labels', 'points', 'shapes', 'surface', 'tracks', 'vectors'];
const layerWeights = [0.9, 0.5, 0.3, 0.22, 0.05, 0.08, 0.04];

function cross(rows, rowWeights, columns, columnWeights) {
  return () => {
    const shares = new Map();
    rows.forEach((row, i) => columns.forEach((column, j) => shares.set([row, column], rowWeights[i % rowWeights.length] * columnWeights[j])));
    return shares;
  };
}

/** For each table: people who could be in it (as a share of all) and how they divide, by key. */
const recipes = {
  'users': [1, fixed([[], 1])],
  'napari-versions': [1, napariShares],
  'python-versions': [1, (week) => new Map([['3.10', 0.18 - week * 0.004], ['3.11', 0.3 - week * 0.002], ['3.12', 0.36], ['3.13', 0.14 + week * 0.006], ['3.9', 0.008]])],
  'systems': [1, fixed(['windows', 0.44], ['linux', 0.31], ['macos', 0.245], ['other', 0.005])],
  'system-versions': [1, fixed([['windows', 'windows 11'], 0.31], [['windows', 'windows 10'], 0.12], [['macos', 'macos 26'], 0.1], [['macos', 'macos 15'], 0.1],
    [['macos', 'macos 14'], 0.04], [['linux', 'ubuntu 24.04'], 0.13], [['linux', 'ubuntu 22.04'], 0.08], [['linux', 'debian 12'], 0.03], [['linux', 'fedora 43'], 0.02],
    [['linux', 'arch'], 0.012], [['linux', 'other'], 0.03], [['linux', 'rocky 9'], 0.015])],
  'architectures': [1, fixed([['windows', 'x86_64'], 0.43], [['windows', 'arm64'], 0.01], [['linux', 'x86_64'], 0.3], [['linux', 'arm64'], 0.008],
    [['macos', 'arm64'], 0.19], [['macos', 'x86_64'], 0.05], [['other', 'other'], 0.004])],
  'new-users': [0.16, fixed([[], 1])],
  'commands': [0.3, spread(commands, [0.7, 0.5, 0.33, 0.21, 0.12])],
  'command-counts': [0.3, cross(commands, [0.7, 0.5, 0.33, 0.21, 0.12], counts, [0.3, 0.45, 0.2, 0.05])],
  'layer-sizes': [0.3, cross(layers, layerWeights, sizes, [0.35, 0.4, 0.2, 0.05])],
  'layer-arrays': [0.3, cross(layers, layerWeights, ['numpy', 'dask', 'zarr', 'xarray', 'tensorstore', 'other'], [0.7, 0.3, 0.12, 0.03, 0.02, 0.02])],
  'layer-dtypes': [0.3, cross(layers, layerWeights, ['bool', 'uint8', 'uint16', 'int32', 'int64', 'float32', 'float64', 'other'], [0.05, 0.4, 0.45, 0.1, 0.08, 0.25, 0.2, 0.02])],
  'layer-dimensions': [0.3, cross(layers, layerWeights, ['2', '3', '4', '5'], [0.5, 0.4, 0.2, 0.05])],
};

function rowsOf(table, users, next) {
  const rows = [];
  const add = (week, key, count) => {
    const people = publish(count * (0.97 + next() * 0.06));
    if (people !== null) rows.push({ week, key: [key].flat(), people });
  };
  weeks.forEach((week, place) => {
    if (table === 'users' && week === gapWeek) return;
    if (table === 'plugins') for (const plugin of pluginShares()) add(week, plugin.name, users[place] * 0.45 * plugin.share);
    else if (table === 'plugin-versions') {
      for (const plugin of pluginShares()) {
        plugin.versions.forEach((version, rank) => {
          const start = rank * (26 / plugin.versions.length) - 8;
          const end = start + 40 / plugin.versions.length + 8;
          const present = Math.max(0, Math.min(1, (place - start) / 6)) * (place > end ? Math.max(0, 1 - (place - end) / 8) : 1);
          if (present > 0) add(week, [plugin.name, version], (users[place] * 0.45 * plugin.share * present) / 1.5);
        });
      }
    } else {
      const [part, shares] = recipes[table];
      for (const [key, share] of shares(place)) add(week, key, users[place] * part * share);
    }
  });
  return rows;
}

/** With the title of the field in front of values that programs would take for numbers, dates or truth values. */
function csv(topic, dimensions, rows) {
  const quoted = (value) => (/[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  const fronts = dimensions.map((field) => (/^(\d|true$|false$)/.test(String(topic.example[field])) ? `${topic.schema.properties[field].title}: ` : ''));
  return [['week', ...dimensions, 'people'], ...rows.map((row) => [row.week, ...row.key.map((value, place) => fronts[place] + value), row.people])]
    .map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

/** Writes folder/data and returns what it wrote. `hostile` adds a plugin whose name is markup; `empty` releases no week. */
export function writeFixture(folder, { hostile = false, empty = false } = {}) {
  const data = `${folder}/data`;
  rmSync(data, { recursive: true, force: true });
  mkdirSync(`${data}/tables`, { recursive: true });
  const next = random(1);
  const users = weeks.map((_, place) => 900 + place * 38 + Math.round(120 * Math.sin(place / 3)) + Math.round(next() * 40));
  const released = empty ? [] : weeks;
  const tables = [];
  const index = {
    format: 1, dictionary: dictionary.version, data_as_of: released.at(-1) ?? null, unit: 'people',
    rounding, weeks: released,
    releases: released.map((week) => ({ week, dictionary: dictionary.version, rounding })), tables: [],
  };
  for (const topic of dictionary.topics) {
    for (const { table, title, dimensions, sigma, threshold: least } of topic.aggregate) {
      const rows = empty ? [] : rowsOf(table, users, random(table.length * 7919 + table.charCodeAt(0)));
      if (hostile && table === 'plugins') rows.push(...weeks.map((week) => ({ week, key: [hostileName], people: 700 })));
      if (hostile && table === 'plugin-versions') rows.push(...weeks.map((week) => ({ week, key: [hostileName, '<b>1</b>'], people: 700 })));
      const written = { topic: topic.topic, table, title, dimensions, weeks: released, rows };
      tables.push(written);
      writeFileSync(`${data}/tables/${table}.json`, JSON.stringify(written));
      writeFileSync(`${data}/tables/${table}.csv`, csv(topic, dimensions, rows));
      index.tables.push({
        topic: topic.topic, level: topic.level, table, title,
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
  writeSqlite(`${data}/aggregates.sqlite`, tables);
  return { index, tables: Object.fromEntries(tables.map((table) => [table.table, table])) };
}

function writeSqlite(path, tables) {
  const program = `
import json, sqlite3, sys
with sqlite3.connect(sys.argv[1]) as database:
    database.execute("create table cells (name text, week text, key text, people integer)")
    database.executemany("insert into cells values (?, ?, ?, ?)", json.load(sys.stdin))
`;
  const cells = tables.flatMap(({ table, rows }) => rows.map((row) => [table, row.week, JSON.stringify(row.key), row.people]));
  execFileSync('python3', ['-c', program, path], { input: JSON.stringify(cells) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFixture(process.argv[2] ?? '.');
