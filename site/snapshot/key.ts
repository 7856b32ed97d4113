/** Query parameters that only say where a visitor came from; the page is the same without them. */
const ignored = /^(utm_\w+|d|from|isappinstalled|scene|spm|share_\w+|weixin\w*|nsukey|ref)$/;
const segment = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}~-]*$/u;
const fileName = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}~_-]*(\.[\p{L}\p{N}~-]+)*\.[a-z0-9]{2,8}$/u;
const value = /^[\p{L}\p{N}-]{1,32}$/u;

/**
 * The one name of a page in the snapshot, or null when the address must not be kept: odd characters, path traversal,
 * or a query that no page has declared. Addresses that differ only in percent-encoding, Unicode form (NFC),
 * trailing slash or visitor-tracking parameters share one name.
 * @param declared query parameters that select a different page, e.g. `page`.
 */
export function snapshotKey(pathname: string, search: string, declared: readonly string[] = []): string | null {
  const path = normalPath(pathname);
  if (path === null) return null;
  const query: string[] = [];
  for (const [name, raw] of new URLSearchParams(search)) {
    if (ignored.test(name)) continue;
    const text = raw.normalize('NFC');
    if (!declared.includes(name) || !value.test(text)) return null;
    query.push(`${name}=${text}`);
  }
  if (new Set(query.map((q) => q.split('=')[0])).size !== query.length) return null;
  return query.length === 0 ? path : `${path}?${query.sort().join('&')}`;
}

function normalPath(pathname: string): string | null {
  let text: string;
  try {
    text = decodeURIComponent(pathname).normalize('NFC');
  } catch {
    return null;
  }
  if (text === '/') return '/';
  const slash = text.endsWith('/');
  const parts = text.slice(1, slash ? -1 : undefined).split('/');
  if (!text.startsWith('/') || parts.length > 8) return null;
  const last = parts[parts.length - 1] ?? '';
  const isFile = !segment.test(last);
  if (isFile && (slash || !fileName.test(last) || last === 'index.html')) return null;
  const folders = isFile ? parts.slice(0, -1) : parts;
  if (!folders.every((p) => segment.test(p)) || parts.some((p) => Buffer.byteLength(p) > 200)) return null;
  return `/${parts.join('/')}`;
}

/** Where the body of a key lies below the snapshot folder; always relative, never with `..`. */
export function fileOfKey(key: string): string {
  const [path = '/', query] = key.split('?');
  const inner = path.slice(1);
  if (query) return `${inner ? `${inner}/` : ''}@${query}/index.html`;
  return /\.[a-z0-9]{2,8}$/.test(inner) ? inner : `${inner ? `${inner}/` : ''}index.html`;
}
