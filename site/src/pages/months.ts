// Periods as the files name them: 2026-10 or 2026-W44.

const dayInMs = 86_400_000;

/** The month of a period; of a week the one that has its Thursday. */
export function monthOf(period: string): string {
  const week = /^(\d{4})-W(\d{2})$/.exec(period);
  if (!week) return period;
  // 4 January is always in the first week.
  const fourth = Date.UTC(Number(week[1]), 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayInMs;
  const thursday = new Date(monday + ((Number(week[2]) - 1) * 7 + 3) * dayInMs);
  return thursday.toISOString().slice(0, 7);
}

/** Whether a year, month or week is at least partly within two months; an empty one is no limit. */
export function isWithin(period: string, from: string, to: string): boolean {
  const month = monthOf(period);
  const [least, most] = [from.slice(0, month.length), to.slice(0, month.length)];
  return (least === '' || month >= least) && (most === '' || month <= most);
}
