// What the reader chose, kept in the address so that a view can be linked to.

export interface View {
  range: number; // months; 0 means all
  show: 'share' | 'people';
  plugin: string | null;
}

export const ranges = [3, 6, 12, 24, 0] as const;
const usual: View = { range: 12, show: 'share', plugin: null };

export function readView(): View {
  const query = new URLSearchParams(location.search);
  const range = query.get('months') === 'all' ? 0 : Number(query.get('months') ?? usual.range);
  return {
    range: (ranges as readonly number[]).includes(range) ? range : usual.range,
    show: query.get('show') === 'people' ? 'people' : usual.show,
    plugin: query.get('plugin'),
  };
}

export function writeView(view: View): void {
  const query = new URLSearchParams();
  if (view.range !== usual.range) query.set('months', view.range === 0 ? 'all' : String(view.range));
  if (view.show !== usual.show) query.set('show', view.show);
  if (view.plugin !== null) query.set('plugin', view.plugin);
  const text = query.toString();
  history.replaceState(null, '', location.pathname + (text && `?${text}`) + location.hash);
}
