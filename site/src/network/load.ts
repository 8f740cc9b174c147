// The only file that requests anything: public files of the site that the page is of.
import { DataError } from '../certificate/check';

async function fetched(path: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'omit', redirect: 'error' });
  } catch {
    throw new DataError('cannotFetch', path);
  }
  if (!response.ok) throw new DataError('serverAnswered', path, response.status);
  return response;
}

export async function loadBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetched(path);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new DataError('cannotFetch', path);
  }
}

export async function load<T>(path: string, parse: (value: unknown) => T): Promise<T> {
  const response = await fetched(path);
  let value: unknown;
  try {
    value = await response.json();
  } catch {
    throw new DataError('isNotJson', path);
  }
  try {
    return parse(value);
  } catch (error) {
    throw error instanceof DataError ? new DataError('cannotRead', path, error) : error;
  }
}
