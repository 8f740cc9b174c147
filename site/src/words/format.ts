// Numbers and months as the page's language writes them.
const language = document.documentElement.lang;
const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const months = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });

export function number(value: number): string {
  return whole.format(value);
}

/** A month in words. */
export function named(month: string): string {
  return months.format(new Date(`${month}-01T00:00:00Z`));
}
