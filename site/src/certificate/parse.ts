// Reads a file that anybody may have made; the same rules as readCertificate() of the program.
import { canonical, fromBase64 } from './canonical';
import { array, count, DataError, fail, object, root, text, type Fields } from './check';
import type { Certificate, CertifiedMonth, CertifiedYear, PeopleWithin } from './model';
import { isMonth } from './month';
import { monthsBetween, yearsOf } from './years';

const mostBytes = 64 * 1024;
const mostMonths = 60;
const mostPeople = 1_000_000_000;
const widest = 1_000_000; // people; squares stay exact

function matching(fields: Fields, name: string, form: RegExp): string {
  const found = text(fields[name], name);
  return form.test(found) ? found : fail(name);
}

function small(fields: Fields, name: string): number {
  const found = count(fields[name], name);
  return found <= mostPeople ? found : fail(name);
}

function base64(fields: Fields, name: string, length: number): string {
  const found = text(fields[name], name);
  return fromBase64(found, length) ? found : fail(name);
}

function numberOf(fields: Fields): PeopleWithin {
  const number = { people: small(fields, 'people'), low: small(fields, 'low'), high: small(fields, 'high') };
  if (number.low > number.people || number.people > number.high || number.high - number.low > widest) {
    throw new DataError('numbersApart');
  }
  return number;
}

export function day(fields: Fields, name: string): string {
  const found = matching(fields, name, /^\d{4}-\d{2}-\d{2}$/);
  const moment = new Date(`${found}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== found ? fail(name) : found;
}

function monthOf(value: unknown): CertifiedMonth {
  const fields = object(value, 'months');
  return {
    period: text(fields['period'], 'period'), ...numberOf(fields), rounding: small(fields, 'rounding'), n: small(fields, 'n'),
    sha256: matching(fields, 'sha256', /^[0-9a-f]{64}$/),
  };
}

function yearOf(value: unknown): CertifiedYear {
  const fields = object(value, 'years');
  return {
    year: small(fields, 'year'), months: small(fields, 'months'), published: small(fields, 'published'),
    mean: fields['people'] === undefined ? null : numberOf(fields),
  };
}

/** As the file has it. */
function written(certificate: Certificate): object {
  const years = certificate.years.map(({ mean, ...year }) => ({ ...year, ...mean }));
  return { ...certificate, years, version: 1 };
}

function checkMonths({ from, to, months, years }: Certificate): void {
  if (!isMonth(from) || !isMonth(to) || from > to) throw new DataError('range');
  if (monthsBetween(from, to).length > mostMonths) throw new DataError('tooManyMonths', mostMonths);
  if (months.length === 0) throw new DataError('noNumber');
  let before = '';
  for (const { period } of months) {
    if (!isMonth(period) || period < from || period > to || period <= before) {
      throw new DataError('monthsOrder');
    }
    before = period;
  }
  if (JSON.stringify(years) !== JSON.stringify(yearsOf(from, to, months))) {
    throw new DataError('yearsDiffer');
  }
}

export function parseCertificate(bytes: Uint8Array): Certificate {
  if (bytes.length > mostBytes) throw new DataError('tooLarge');
  let file: string;
  let value: unknown;
  try {
    file = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(file);
  } catch {
    throw new DataError('notJson');
  }
  const fields = root(value);
  const version = count(fields['version'], 'version');
  if (version > 1) throw new DataError('newer');
  const certificate: Certificate = {
    plugin: matching(fields, 'plugin', /^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/),
    from: text(fields['from'], 'from'),
    to: text(fields['to'], 'to'),
    months: array(fields['months'], 'months').map(monthOf),
    years: array(fields['years'], 'years').map(yearOf),
    method: text(fields['method'], 'method'),
    issued: day(fields, 'issued'),
    verify: text(fields['verify'], 'verify'),
    key: matching(fields, 'key', /^[0-9a-f]{16}$/),
    public: base64(fields, 'public', 32),
    signature: base64(fields, 'signature', 64),
  };
  checkMonths(certificate);
  if (canonical(written(certificate)) !== file) throw new DataError('otherForm');
  return certificate;
}

/** The bytes that are signed: everything but the signature. */
export function signedPart(certificate: Certificate): string {
  const { signature: _, ...rest } = written(certificate) as { signature: string };
  return canonical(rest);
}
