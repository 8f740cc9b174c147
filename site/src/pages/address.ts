// What a reader chose is in the address, so that it can be shared, and goes along to the page in another language.

export function chosen(name: string): string {
  return new URLSearchParams(location.search).get(name) ?? '';
}

/** An empty value takes the name out. */
export function keep(name: string, value: string): void {
  const address = new URL(location.href);
  if (value === '') address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  try {
    history.replaceState(null, '', address);
  } catch {
    // A browser may say that a file on the disk has no address to change.
  }
  takeAlong();
}

export function takeAlong(): void {
  for (const link of document.querySelectorAll('header a[hreflang]')) {
    // The address stays relative: the site has several names.
    const [path] = (link.getAttribute('href') ?? '').split('?');
    link.setAttribute('href', `${path ?? ''}${location.search}`);
  }
}
