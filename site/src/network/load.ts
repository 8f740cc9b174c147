// The only file that requests anything: the published files beside the page.
import { DataError } from '../data/check';

export const dataFolder = 'data/';

async function fetched(path: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'omit', redirect: 'error' });
  } catch {
    throw new DataError(`${path} can't be fetched`);
  }
  if (!response.ok) throw new DataError(`${path} can't be fetched: the server answered ${response.status}`);
  return response;
}

export async function loadBytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const path = dataFolder + name;
  const response = await fetched(path);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new DataError(`${path} can't be fetched`);
  }
}

export async function load<T>(name: string, parse: (value: unknown) => T): Promise<T> {
  const path = dataFolder + name;
  const response = await fetched(path);
  let value: unknown;
  try {
    value = await response.json();
  } catch {
    throw new DataError(`${path} is not JSON`);
  }
  try {
    return parse(value);
  } catch (error) {
    throw error instanceof DataError ? new DataError(`${path} can't be read: ${error.message}`) : error;
  }
}
