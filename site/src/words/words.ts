// What the page says. The sentences are written into the page, in its language (src/host/pages/verifywords.cpp).

/** All that it asks for; a test holds them against the page. */
export const keys = [
  'right', 'note', 'wrong',
  'isBelieved', 'isUnchanged', 'isNotBelieved', 'isNoCertificate', 'cannotCheck',
  'pageNames', 'isNamed', 'isNotNamed',
  'keysOfSite', 'keysOfFile', 'noKeyOfSite', 'noKeyOfFile', 'keysUnknown', 'noKeysInFile', 'keyRevoked',
  'isNotSigned', 'signedByHolder', 'signedByKnown', 'signedByUnknown', 'signedByNamed', 'signedByOther', 'signedBy', 'anybody',
  'wasRevoked', 'notBefore', 'notAfter',
  'fromDisk', 'notHeld', 'allPublished', 'otherLine', 'neverPublished', 'takenOut', 'otherNumber', 'fileChanged',
  'historySigned', 'historyNotChecked', 'noKeysKnown', 'lineChanged', 'linesGone', 'linesUnsigned', 'otherHistory', 'badSigner',
  'tooFewSigned',
  'notPublished', 'interval', 'ofMonths', 'year', 'month', 'monthsPublished', 'people', 'interval95', 'line', 'years', 'months',
  'issued', 'digest',
  'cannotFetch', 'serverAnswered', 'isNotJson', 'cannotRead', 'notJson', 'tooLarge', 'newer', 'noObject', 'field', 'numbersApart',
  'range', 'tooManyMonths', 'noNumber', 'monthsOrder', 'yearsDiffer', 'otherForm',
] as const;

export type Key = (typeof keys)[number];

let texts: Record<string, string> | null = null;

function read(): Record<string, string> {
  return JSON.parse(document.getElementById('words')?.textContent ?? '{}') as Record<string, string>;
}

/** The sentence of this key, with these in the places of %1, %2 and so on. */
export function say(key: Key, ...parameters: readonly (string | number)[]): string {
  texts ??= read();
  return (texts[key] ?? key).replace(/%(\d)/g, (place, number) => String(parameters[Number(number) - 1] ?? place));
}
