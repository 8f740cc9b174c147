// The visitor's own language and way to write numbers, as the browser names them. Nothing is stored.

const baseOf = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** Says that the page is there in the language that the browser would rather have. */
export function offerLanguage(): void {
  const own = baseOf(document.documentElement.lang);
  for (const wanted of navigator.languages.map(baseOf)) {
    if (wanted === own) return;
    const hint = document.querySelector<HTMLElement>(`.hint[data-language="${CSS.escape(wanted)}"]`);
    if (hint) {
      hint.hidden = false;
      return;
    }
  }
}

/** Numbers as in the visitor's country, where the page is in their language: 1'230 in Switzerland. */
export function writeNumbers(): void {
  const locale = navigator.languages.find((each) => baseOf(each) === baseOf(document.documentElement.lang));
  if (locale === undefined || locale.toLowerCase() === document.documentElement.lang.toLowerCase()) return;
  const format = new Intl.NumberFormat(locale);
  for (const number of document.querySelectorAll<HTMLDataElement>('data[value]')) {
    const value = Number(number.value);
    if (Number.isSafeInteger(value)) number.textContent = format.format(value);
  }
}
