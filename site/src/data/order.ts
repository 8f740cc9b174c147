import type { Cells } from './cells';
import type { Period } from './model';

function parts(version: string): number[] | null {
  return /^\d+(\.\d+)*(\.post\d+)?$/.test(version)
    ? version.split('.').map((part) => Number(part.replace('post', '')))
    : null;
}

/** Newest first; what isn't a release (`dev`, `other`) comes last. */
export function newestFirst(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  if (!left || !right) return left ? -1 : right ? 1 : a < b ? -1 : Number(a > b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (right[i] ?? -1) - (left[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function isRelease(version: string): boolean {
  return parts(version) !== null;
}

/** As the dictionary lists them; what it doesn't list comes last. */
export function byOption(options: readonly string[]): (a: string, b: string) => number {
  const place = (value: string): number => {
    const found = options.indexOf(value);
    return found < 0 ? options.length : found;
  };
  return (a, b) => place(a) - place(b) || (a < b ? -1 : Number(a > b));
}

/** Most people in that period first; names decide ties, so that the order never jumps about. */
export function mostFirst(cells: Cells, period: Period): (a: readonly string[], b: readonly string[]) => number {
  return (a, b) => {
    const difference = (cells.at(period, b) ?? -1) - (cells.at(period, a) ?? -1);
    return difference || (a.join('\0') < b.join('\0') ? -1 : 1);
  };
}
