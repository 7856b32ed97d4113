import { spelled } from './spelled.ts';

/** What a text hides from its reader: comments, the attributes of tags, percent-encoded addresses, other spellings. */
export interface Aside {
  text: string;
  kind: 'prose' | 'machine';
  from: number;
  to: number;
}

const longestTag = 2_000;
const longestToken = 500;
const spoken = /\s(?:alt|title|aria-label|summary|placeholder)\s*=/i;

/** In order of place. Linear: a comment that is never closed is looked for once. */
export function asides(source: string): Aside[] {
  const found: Aside[] = [];
  const lastClose = source.lastIndexOf('-->');
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    if (at < lastClose && source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at);
      found.push({ text: source.slice(at + 4, end), kind: 'prose', from: at, to: end + 3 });
      at = end;
    } else if (/[a-zA-Z]/.test(source[at + 1] ?? '')) {
      let end = at + 1;
      while (end < source.length && end - at < longestTag && source[end] !== '>' && source[end] !== '<') end += 1;
      if (source[end] !== '>') continue;
      const text = source.slice(at + 1, end);
      if (/[=:]/.test(text))
        found.push({ text: decodeAddress(text), kind: spoken.test(text) ? 'prose' : 'machine', from: at, to: end + 1 });
    }
  }
  return [...found, ...encoded(source), ...spelled(source)];
}

/** Addresses with `%20` and the like, decoded. */
function encoded(source: string): Aside[] {
  const found: Aside[] = [];
  for (let at = source.indexOf('%'); at >= 0; at = source.indexOf('%', at + 1)) {
    let from = at;
    let to = at;
    while (from > 0 && at - from < longestToken && !/[\s<>"'()]/.test(source[from - 1] ?? '')) from -= 1;
    while (to < source.length && to - at < longestToken && !/[\s<>"'()]/.test(source[to] ?? '')) to += 1;
    const text = source.slice(from, to);
    const decoded = decodeAddress(text);
    if (decoded !== text) found.push({ text: decoded, kind: 'machine', from, to });
    at = to;
  }
  return found;
}

/** What a percent-encoded address says; single faults are left as they are. */
export const decodeAddress = (text: string): string =>
  text.replace(/(?:%[0-9a-fA-F]{2})+/g, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes;
    }
  });
