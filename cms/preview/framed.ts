import { escapeHtml } from '../rich-text/escape.ts';

/** Nothing runs, nothing is sent, nothing is loaded but pictures of the desk itself. */
const policy =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const meta = `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`;

/**
 * Puts the policy first into a whole page, before anything it might load.
 * @throws Error for a page without a head: without the policy nothing is shown
 */
export function framed(page: string): string {
  const head = /<head(?:\s[^>]*)?>/i;
  if (!head.test(page)) throw new Error('这一页没有 <head>，不能预览。');
  return page.replace(head, (found) => found + meta);
}

/** A page for a sandboxed frame of the desk. `body` is HTML, `style` CSS of our own. */
export const framePage = (title: string, style: string, body: string): string =>
  framed(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style.replaceAll('</', '<\\/')}</style></head><body>${body}</body></html>`,
  );
