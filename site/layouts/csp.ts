import { createHash } from 'node:crypto';

/**
 * Runs before the first paint, so that a reader who chose 适老版 or another size never sees the page jump. It is the
 * only inline script of the site, and the policy names it by its hash.
 */
export const firstPaint =
  "(function(d){d.className='js';try{var l=localStorage,o=l.getItem('look'),s=l.getItem('size');if(o==='old')d.dataset.look=o;if(s)d.dataset.size=s}catch(e){}})(document.documentElement)";

const hash = createHash('sha256').update(firstPaint).digest('base64');

/**
 * Content security policy of every public page: own files only, no inline style, no inline script but the one above.
 * It stands in the page itself, so that a plain file server needs no set-up; the server repeats it as a header and adds
 * `frame-ancestors`, which a meta tag cannot carry.
 */
export const policy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self'",
  `script-src 'self' 'sha256-${hash}'`,
  "font-src 'none'",
  "connect-src 'none'",
  "manifest-src 'self'",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
