// What is asked of single values of a file: the value in its type, or a DataError.
import { say, type Key } from '../words/words';

/** Something isn't what it should be; words() says what, in a sentence. */
export class DataError extends Error {
  private readonly parameters: readonly (string | number | DataError)[];

  constructor(private readonly key: Key, ...parameters: readonly (string | number | DataError)[]) {
    super(key);
    this.parameters = parameters;
  }

  words(): string {
    return say(this.key, ...this.parameters.map((each) => (each instanceof DataError ? each.words() : each)));
  }
}

export type Fields = Record<string, unknown>;

export function fail(where: string): never {
  throw new DataError('field', where);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The whole of a file. */
export function root(value: unknown): Fields {
  if (!isObject(value)) throw new DataError('noObject');
  return value;
}

export function object(value: unknown, where: string): Fields {
  return isObject(value) ? value : fail(where);
}

export function array(value: unknown, where: string): unknown[] {
  return Array.isArray(value) ? value : fail(where);
}

export function text(value: unknown, where: string): string {
  return typeof value === 'string' ? value : fail(where);
}

export function count(value: unknown, where: string): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail(where);
}
