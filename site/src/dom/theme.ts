// Colours come from the style sheet, so that light and dark are decided in one place.

/** A custom property of style.css, such as "--rank-0" for the newest version. */
export type Colour = `--${string}`;

export const rankCount = 6;
export const kindCount = 8;

export function colour(name: Colour): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export function font(): string {
  return getComputedStyle(document.body).fontFamily;
}

export function onThemeChange(listener: () => void): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', listener);
}
