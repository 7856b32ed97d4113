import type { AskLink, LinkState } from './links.ts';

const patienceMs = 10_000;
/** Only these say that a page is gone; anything else may be the other side's mood of the night. */
const gone = new Set([404, 410]);

/**
 * Asks an address of somebody else's site, politely: one at a time, without cookies, headers first. Used only when the
 * operator has switched it on (`LINK_CHECK=on`).
 */
export const askOutside: AskLink = async (url): Promise<LinkState> => {
  try {
    const ask = (method: 'HEAD' | 'GET') => fetch(url, { method, redirect: 'follow', signal: AbortSignal.timeout(patienceMs), headers: { 'User-Agent': 'chengxin-link-check' } });
    const first = await ask('HEAD');
    if (first.ok) return 'alive';
    // Some servers do not know HEAD.
    const second = await ask('GET');
    await second.body?.cancel();
    return second.ok ? 'alive' : gone.has(second.status) ? 'dead' : 'unsure';
  } catch {
    return 'unsure';
  }
};
