import type { Dictionary, Index, TableEntry } from '../data/model';
import { isSum, missingMonths } from '../data/period';
import { element } from '../dom/dom';
import { listed } from '../words/format';

/** How to read the numbers, with the parameters that were really used. */
export function methodology(index: Index, dictionary: Dictionary | null): HTMLElement[] {
  const { rounding } = index;
  const points: [string, string][] = [
    ['Only people who agreed',
      'Telemetry in napari is off until somebody says yes. These numbers count the people who did, in that week or ' +
      'month, on a computer that could send. They are not all people who use napari: laboratories without a network, ' +
      'automated runs and everybody who declined are missing, and those who agree may differ from those who don’t. ' +
      'Compare times and shares; don’t read the numbers as the size of the community.'],
    ['One person, one week',
      'Every number counts people in one ISO week in UTC, or in one month, which is the weeks whose Thursdays lie in ' +
      'it; each of them once. A week is closed 21 days after its end, and published then; ' +
      'the latest week here is complete. A month is closed with its last week.'],
    ['No identifier lives longer than a week',
      'Nobody is followed from week to week, so numbers of several weeks or months can’t be added up. People of a month ' +
      'or a year are counted all the same: napari itself keeps a note of when it last sent what, and the event that ' +
      'napari is used says whether it is the person’s first in its week, month, year or ever (the one with the version ' +
      'of napari: in its week or month). Everything else is sent once a month. Somebody who uses two computers, or makes ' +
      'napari forget that note, is counted again.'],
    ['The first of the month',
      'A table of a month shows what each person had when it was first recorded in that month: who updates later in ' +
      'the month is counted with the old version. How often a command is used is said of the first week of the ' +
      `month in which it was used. ${caps(dictionary)}`],
    ['Noise',
      'Each number has random noise of its own (discrete Gaussian), so that one person more or less can hardly be told ' +
      'from it. Somebody with many plugins is in many numbers. The noise is drawn once: publishing again gives the same ' +
      `number. With a probability of 95 % a number is at most this far from the count: ${each(index, (entry) => entry.within)}.`],
    ['Sums of months',
      'People of a year, and ever, are the sum of the counts of its months, each with its noise: of those for whom that ' +
      'month was the first of the year, or the first ever. So the interval of such a number grows with every month, and ' +
      'the file of the table says it for each; so does its threshold.'],
    [`Rounded to ${rounding}, from a threshold up`,
      `A number is published when it is high enough after the noise (${each(index, (entry) => entry.threshold)}), and then ` +
      `rounded to ${rounding}. A number in which somebody is alone is published with a probability below one in a billion.`],
    ['Not published is not zero',
      'Below the threshold nothing is published. Such a week or month is a gap ' +
      'in a line, missing from a bar, and “not published” in a table. Shares are of the published numbers of that ' +
      'week or month, so they leave out the people behind unpublished ones.'],
    ['Missing months',
      'A month is published only when every one of its weeks was counted. Otherwise it is a gap in all tables by month, ' +
      `and the sums of the year and ever lack the people who would have been new in it. ${missing(index)}`],
    ['Levels',
      'People choose how much they share: basic (napari and the system), middle (and plugins) or full (and commands ' +
      'and kinds of layers). How many chose which is not published, so there are no shares of people for plugins, ' +
      'commands and layers.'],
  ];
  return points.map(([title, text]) => element('div', {}, element('h3', {}, title), element('p', {}, text)));
}

/** What becomes of somebody who has more of something than the dictionary takes of one person. */
function caps(dictionary: Dictionary | null): string {
  const capped = (dictionary?.topics ?? []).filter((topic) => topic.cap > 1);
  const plugins = capped.find((topic) => topic.topic === 'plugin');
  const others = capped.filter((topic) => topic !== plugins);
  return (plugins ? `Somebody with more than ${plugins.cap} plugins is counted for ${plugins.cap} of them, drawn at random. ` : '') +
    (others.length === 0 ? '' : 'Of other things only the first of the month count: ' +
      `${others.map((topic) => `${topic.cap} of “${topic.title}”`).join(', ')}.`);
}

function missing(index: Index): string {
  const months = missingMonths(index);
  if (index.months.length === 0) return 'No month has been published yet.';
  return months.length === 0 ? 'Up to now none is missing.' : `Missing: ${listed(months)}.`;
}

/** "20: Users, Systems; 26: Plugins": the tables by one of their parameters. Sums have other ones with each month. */
function each(index: Index, of: (entry: TableEntry) => number): string {
  const titles = new Map<number, string[]>();
  for (const entry of index.tables.filter((table) => !isSum(table.period))) {
    titles.set(of(entry), [...(titles.get(of(entry)) ?? []), entry.title]);
  }
  return [...titles].sort(([one], [other]) => one - other)
    .map(([value, some]) => `${value}: ${some.join(', ')}`).join('; ');
}
