import { Agent, fetch } from 'undici';

/** What a story's page answered: its status, which release it shows (`<version>-<hash>`), and its HTML. */
export type PageAnswer =
  | { kind: 'answer'; status: number; release: string | null; html: string }
  | { kind: 'silent'; reason: string };

/** Asks for a page; changes nothing and never rejects. */
export type AskPage = (url: string, signal: AbortSignal) => Promise<PageAnswer>;

/** How a page names the release that it shows: version, and enough of the hash to know it by. */
export const releaseMark = ({ version, hash }: { version: number; hash: string }): string =>
  `${version}-${hash.slice(0, 16)}`;

const agent = new Agent({ pipelining: 0, connect: { timeout: 5_000 }, maxResponseSize: 4 * 1024 * 1024 });

/** Asks over HTTP as a visitor does. */
export const askPage: AskPage = async (url, signal) => {
  const timeout = AbortSignal.timeout(10_000);
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      dispatcher: agent,
      signal: AbortSignal.any([signal, timeout]),
    });
    const html = await response.text();
    return { kind: 'answer', status: response.status, release: /data-release="([^"]+)"/.exec(html)?.[1] ?? null, html };
  } catch (error) {
    return { kind: 'silent', reason: timeout.aborted ? '十秒没有回答' : reasonOf(error) };
  }
};

function reasonOf(error: unknown): string {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && typeof e.code === 'string') return e.code;
  }
  return error instanceof Error ? error.message : String(error);
}
