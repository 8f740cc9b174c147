// Made-up people for the made-up numbers of fixture.mjs: how many, and how they divide.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const publicPlugins = JSON.parse(readFileSync(`${root}/resources/public-list.json`, 'utf8')).plugins;

/** A small generator (mulberry32), so that every run writes the same files. */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
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

/** Each version of a plugin comes, and most go again. */
function versionShares(week) {
  const shares = new Map();
  for (const plugin of pluginShares()) {
    plugin.versions.forEach((version, rank) => {
      const start = rank * (26 / plugin.versions.length) - 8;
      const end = start + 40 / plugin.versions.length + 8;
      const present = Math.max(0, Math.min(1, (week - start) / 6)) * (week > end ? Math.max(0, 1 - (week - end) / 8) : 1);
      if (present > 0) shares.set([plugin.name, version], (plugin.share * present) / 1.5);
    });
  }
  return shares;
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

/** For each table: people who could be in it (as a share of all) and how they divide, by key, in one week or month. */
const recipes = {
  'users': [1, fixed([[], 1])],
  'users-month': [1, fixed([[], 1])],
  'napari-versions': [1, napariShares],
  'napari-versions-month': [1, napariShares],
  'python-versions': [1, (week) => new Map([['3.10', 0.18 - week * 0.004], ['3.11', 0.3 - week * 0.002], ['3.12', 0.36], ['3.13', 0.14 + week * 0.006], ['3.9', 0.008]])],
  'systems': [1, fixed(['windows', 0.44], ['linux', 0.31], ['macos', 0.245], ['other', 0.005])],
  'system-versions': [1, fixed([['windows', 'windows 11'], 0.31], [['windows', 'windows 10'], 0.12], [['macos', 'macos 26'], 0.1], [['macos', 'macos 15'], 0.1],
    [['macos', 'macos 14'], 0.04], [['linux', 'ubuntu 24.04'], 0.13], [['linux', 'ubuntu 22.04'], 0.08], [['linux', 'debian 12'], 0.03], [['linux', 'fedora 43'], 0.02],
    [['linux', 'arch'], 0.012], [['linux', 'other'], 0.03], [['linux', 'rocky 9'], 0.015])],
  'architectures': [1, fixed([['windows', 'x86_64'], 0.43], [['windows', 'arm64'], 0.01], [['linux', 'x86_64'], 0.3], [['linux', 'arm64'], 0.008],
    [['macos', 'arm64'], 0.19], [['macos', 'x86_64'], 0.05], [['other', 'other'], 0.004])],
  'commands': [0.3, spread(commands, [0.7, 0.5, 0.33, 0.21, 0.12])],
  'command-counts': [0.3, cross(commands, [0.7, 0.5, 0.33, 0.21, 0.12], counts, [0.3, 0.45, 0.2, 0.05])],
  'layer-sizes': [0.3, cross(layers, layerWeights, sizes, [0.35, 0.4, 0.2, 0.05])],
  'layer-arrays': [0.3, cross(layers, layerWeights, ['numpy', 'dask', 'zarr', 'xarray', 'tensorstore', 'other'], [0.7, 0.3, 0.12, 0.03, 0.02, 0.02])],
  'layer-dtypes': [0.3, cross(layers, layerWeights, ['bool', 'uint8', 'uint16', 'int32', 'int64', 'float32', 'float64', 'other'], [0.05, 0.4, 0.45, 0.1, 0.08, 0.25, 0.2, 0.02])],
  'layer-dimensions': [0.3, cross(layers, layerWeights, ['2', '3', '4', '5'], [0.5, 0.4, 0.2, 0.05])],
  'plugins': [0.45, () => new Map(pluginShares().map((plugin) => [plugin.name, plugin.share]))],
  'plugin-versions': [0.45, versionShares],
};


/** Key and share of all people, of one table in the week or month that ends so many weeks after 2026-W19. */
export function sharesOf(table, week) {
  const [part, shares] = recipes[table];
  return [...shares(week)].map(([key, share]) => [[key].flat(), part * share]);
}
