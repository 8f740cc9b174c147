// How values of the data dictionary read on the page. What isn't listed is shown as it is.
import type { Dimension } from '../data/model';

const shownValues: Record<string, Record<string, string>> = {
  os: { linux: 'Linux', macos: 'macOS', windows: 'Windows' },
  size_class: { '<1e6': '< 10⁶', '<1e8': '10⁶ to 10⁸', '<1e10': '10⁸ to 10¹⁰', '>=1e10': '≥ 10¹⁰' },
  count_class: { '2-9': '2 to 9', '10-99': '10 to 99', '100+': '100 or more' },
};

export function shown(field: string, value: string): string {
  return shownValues[field]?.[value] ?? value;
}

export function shownKey(fields: readonly string[], key: readonly string[]): string {
  return key.map((value, place) => shown(fields[place] ?? '', value)).join(', ');
}

export function shownTitle(dimension: Dimension): string {
  return dimension.field === 'size_class' ? `${dimension.title} (elements)` : dimension.title;
}

/** As a heading: with a capital letter, except for napari, which never has one. */
export function heading(title: string): string {
  return title.startsWith('napari') ? title : title.charAt(0).toUpperCase() + title.slice(1);
}
