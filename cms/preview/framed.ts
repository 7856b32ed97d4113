import { escapeHtml } from '../rich-text/escape.ts';

/** Nothing runs, nothing is sent, nothing is loaded but pictures of the desk itself. */
const policy =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Puts the policy first into a whole page, before anything it might load. */
export const framed = (page: string): string =>
  page.replace(/<head>/i, `<head><meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`);

/** A page for a sandboxed frame of the desk. `body` is HTML, `style` CSS of our own. */
export const framePage = (title: string, style: string, body: string): string =>
  framed(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style.replaceAll('</', '<\\/')}</style></head><body>${body}</body></html>`,
  );
