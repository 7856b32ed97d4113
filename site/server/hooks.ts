import type { IncomingMessage } from 'node:http';
import { plainAnswer, type Answer } from './answer.ts';
import { wellFormed } from './guard.ts';

/** An address under which others may hand something in: a platform's callback, a receipt. */
export interface PublicHook {
  /** Path such as `/hooks/wechat`; paths below it are the hook's too. */
  prefix: string;
  /** Largest body in bytes, by default 64 KiB; a longer one is refused before the hook sees it. */
  maxBytes?: number;
  /**
   * Answers one request; its body has been read, its host is not to be trusted (`http://site.invalid`), its signal
   * aborts when the time is up. What it throws becomes a plain 500.
   */
  handle(request: Request): Promise<Response>;
}

/** How long a request may take from its head to the answer, in real milliseconds. */
const hookTimeout = 10_000;
const usualBytes = 64 * 1024;

class TooLong extends Error {}

/** The hook that a request is for, or null when the pages shall have it. */
export function hookFor(hooks: readonly PublicHook[], request: Pick<IncomingMessage, 'url'>): PublicHook | null {
  const path = (request.url ?? '').split('?')[0] ?? '';
  return hooks.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`)) ?? null;
}

/** Hands one request to its hook, within limits of size and time. Never rejects. */
export async function answerByHook(
  hook: PublicHook,
  incoming: IncomingMessage,
  log: (line: string) => void,
  timeout = hookTimeout,
): Promise<Answer> {
  const refused = wellFormed(incoming);
  if (refused) return refused;
  const signal = AbortSignal.timeout(timeout);
  try {
    const body = await Promise.race([bodyOf(incoming, hook.maxBytes ?? usualBytes), late(signal)]);
    const { method = 'GET' } = incoming;
    const request = new Request(new URL(incoming.url ?? '/', 'http://site.invalid'), {
      method,
      headers: headersOf(incoming),
      signal,
      ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
    });
    return await answerOf(await Promise.race([hook.handle(request), late(signal)]));
  } catch (error) {
    // The rest of a body that nobody reads must not be taken for the next request.
    const gone: [string, string][] = incoming.complete ? [] : [['connection', 'close']];
    if (error instanceof TooLong) return plainAnswer(413, '提交的内容太长。', gone);
    log(`接收 ${hook.prefix} 出错：${error instanceof Error ? error.message : String(error)}`);
    return signal.aborted
      ? plainAnswer(503, '现在太忙，请稍后再试。', gone)
      : plainAnswer(500, '这次没有收到，请稍后再试。', gone);
  }
}

async function bodyOf(incoming: IncomingMessage, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) throw new TooLong();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new TooLong();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function headersOf({ headers }: IncomingMessage): Headers {
  const kept = new Headers();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) kept.set(name, String(value));
  return kept;
}

async function answerOf(response: Response): Promise<Answer> {
  const headers = [...response.headers].filter(
    ([name]) => !/^(content-length|connection|transfer-encoding)$/i.test(name),
  );
  const uncached: [string, string][] = response.headers.has('cache-control') ? [] : [['cache-control', 'no-store']];
  return {
    status: response.status,
    headers: [...headers, ...uncached],
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

const late = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const stop = () => reject(new Error('超过时限'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
