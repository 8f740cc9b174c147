import type { Index, TableEntry } from '../data/model';
import { element } from '../dom/dom';

/** How to read the numbers, with the parameters that were really used. */
export function methodology(index: Index): HTMLElement[] {
  const { rounding } = index;
  const points: [string, string][] = [
    ['Only people who agreed',
      'Telemetry in napari is off until somebody says yes. These numbers count the people who did, in that week, on a ' +
      'computer that could send. They are not all people who use napari: laboratories without a network, automated ' +
      'runs and everybody who declined are missing, and those who agree may differ from those who don’t. Compare ' +
      'weeks and shares; don’t read the numbers as the size of the community.'],
    ['One person, one week',
      'Every number counts people in one ISO week in UTC, each of them once. Nobody is followed from week to week, so ' +
      'numbers of several weeks can’t be added up. A week is closed 21 days after its end and published after a review; ' +
      'the latest week here is complete.'],
    ['Noise',
      'Each number has random noise of its own (discrete Gaussian), so that one person more or less can hardly be told ' +
      'from it. Somebody with many plugins is in many numbers. The noise is drawn once: publishing again gives the same ' +
      `number. With a probability of 95 % a number is at most this far from the count: ${each(index, (entry) => entry.within)}.`],
    [`Rounded to ${rounding}, from a threshold up`,
      `A number is published when it is high enough after the noise (${each(index, (entry) => entry.threshold)}), and then ` +
      `rounded to ${rounding}. A number in which somebody is alone is published with a probability below one in a billion.`],
    ['Not published is not zero',
      'Below the threshold nothing is published. Such a week is a gap ' +
      'in a line, missing from a bar, and “not published” in a table. Shares are of the published numbers of that ' +
      'week, so they leave out the people behind unpublished ones.'],
    ['Levels',
      'People choose how much they share: basic (napari and the system), middle (and plugins) or full (and commands ' +
      'and kinds of layers). How many chose which is not published, so there are no shares of people for plugins, ' +
      'commands and layers.'],
  ];
  return points.map(([title, text]) => element('div', {}, element('h3', {}, title), element('p', {}, text)));
}

/** "20: Users, Systems; 26: Plugins": the tables by one of their parameters. */
function each(index: Index, of: (entry: TableEntry) => number): string {
  const titles = new Map<number, string[]>();
  for (const entry of index.tables) titles.set(of(entry), [...(titles.get(of(entry)) ?? []), entry.title]);
  return [...titles].sort(([one], [other]) => one - other)
    .map(([value, some]) => `${value}: ${some.join(', ')}`).join('; ');
}
