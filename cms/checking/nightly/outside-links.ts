import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as askHttp, type IncomingMessage } from 'node:http';
import { request as askHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { AskLink, LinkState } from './links.ts';
import { isPublicAddress } from './public-address.ts';

const patienceMs = 10_000;
const farthest = 5;
/** Only these say that a page is gone; anything else may be the other side's mood of the night. */
const gone = new Set([404, 410]);
const elsewhere = new Set([301, 302, 303, 307, 308]);

/** Whether this machine may speak to that one. */
export type MayReach = (address: string, port: number) => boolean;

class OutOfBounds extends Error {}

/** Resolves a name and hands on only addresses that may be reached: looked at when the connection is made, not before. */
const within =
  (may: MayReach, port: number): LookupFunction =>
  (name, options, done) =>
    resolve(name, { ...options, all: true }, (error, found) => {
      const addresses: LookupAddress[] = (found ?? []).filter(({ address }) => may(address, port));
      const [first] = addresses;
      if (error || !first) done(error ?? Object.assign(new OutOfBounds(name), { code: 'EACCES' }), '', 0);
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });

function once(url: URL, method: 'HEAD' | 'GET', may: MayReach): Promise<IncomingMessage> {
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!/^https?:$/.test(url.protocol) || (isIP(host) !== 0 && !may(host, port)))
    return Promise.reject(new OutOfBounds(url.hostname));
  return new Promise((resolved, rejected) => {
    const ask = url.protocol === 'https:' ? askHttps : askHttp;
    const request = ask(
      url,
      {
        method,
        agent: false,
        lookup: within(may, port),
        signal: AbortSignal.timeout(patienceMs),
        headers: { 'User-Agent': 'chengxin-link-check' },
      },
      (response) => {
        // Nobody wants the page itself.
        response.destroy();
        resolved(response);
      },
    );
    request.on('error', rejected);
    request.end();
  });
}

async function follow(url: string, method: 'HEAD' | 'GET', may: MayReach): Promise<number> {
  let at = new URL(url);
  for (let step = 0; step <= farthest; step += 1) {
    const { headers, statusCode = 0 } = await once(at, method, may);
    if (!elsewhere.has(statusCode) || !headers.location) return statusCode;
    at = new URL(headers.location, at);
  }
  return 0;
}

/**
 * Asks an address of somebody else's site, politely: one at a time, without cookies, headers first. Neither the address
 * nor a page that sends us on reaches into this machine's own network: staff write the links, strangers the pages.
 * @param may by default every machine on the internet
 */
export const askOutsideWith =
  (may: MayReach = isPublicAddress): AskLink =>
  async (url): Promise<LinkState> => {
    const fine = (status: number) => status >= 200 && status < 300;
    try {
      if (fine(await follow(url, 'HEAD', may))) return 'alive';
      // Some servers do not know HEAD.
      const second = await follow(url, 'GET', may);
      return fine(second) ? 'alive' : gone.has(second) ? 'dead' : 'unsure';
    } catch {
      return 'unsure';
    }
  };

/** Used only when the operator has switched it on (`LINK_CHECK=on`). */
export const askOutside: AskLink = askOutsideWith();
