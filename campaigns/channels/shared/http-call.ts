import { Agent, fetch, type BodyInit } from 'undici';
import { parseJson } from './json.ts';

export interface HttpCall {
  url: string;
  method: 'GET' | 'POST';
  body?: BodyInit;
  headers?: Record<string, string>;
  /** Aborted when the process shuts down. */
  signal: AbortSignal;
  /** Real milliseconds for the whole exchange; 10 s unless stated. */
  timeoutMs?: number;
}

/**
 * What is known after a call:
 * - answer: the server replied with JSON (any HTTP status);
 * - not-sent: certainly not executed, no request ever reached the server;
 * - uncertain: it may have been executed (time-out, reset, unreadable reply).
 */
export type HttpReply =
  | { kind: 'answer'; status: number; body: unknown }
  | { kind: 'not-sent'; reason: string }
  | { kind: 'uncertain'; reason: string };

// Twenty articles of 1 MB, the largest list a platform may answer with.
const maxResponseSize = 32 * 1024 * 1024;

// No keep-alive: on a reused connection a reset would leave it open whether the request had been read.
const agent = new Agent({ pipelining: 0, connect: { timeout: 5_000 }, maxResponseSize });

/** One exchange with a platform, never repeated and never redirected. Does not throw. */
export async function httpCall(call: HttpCall): Promise<HttpReply> {
  if (call.signal.aborted) return { kind: 'not-sent', reason: '程序正在停止，请求没有发出' };
  const timeout = AbortSignal.timeout(call.timeoutMs ?? 10_000);
  try {
    const response = await fetch(call.url, {
      method: call.method,
      body: call.body,
      headers: call.headers,
      redirect: 'manual',
      dispatcher: agent,
      signal: AbortSignal.any([call.signal, timeout]),
    });
    const text = await response.text();
    try {
      return { kind: 'answer', status: response.status, body: parseJson(text) };
    } catch {
      return { kind: 'uncertain', reason: `对方的回答读不懂（HTTP ${response.status}）` };
    }
  } catch (error) {
    if (timeout.aborted) return { kind: 'uncertain', reason: '等回答超时' };
    return neverConnected(error)
      ? { kind: 'not-sent', reason: `连不上对方（${codeOf(error)}）` }
      : { kind: 'uncertain', reason: `连接中断（${codeOf(error)}）` };
  }
}

const beforeConnection =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ERR_INVALID_URL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|.*CERT.*|UNABLE_TO_.*)$/;

function neverConnected(error: unknown): boolean {
  const chain = causes(error);
  return chain.some(
    (e) => beforeConnection.test(e.code ?? '') || e.syscall === 'connect' || e.syscall === 'getaddrinfo',
  );
}

const codeOf = (error: unknown): string => causes(error).find((e) => e.code)?.code ?? '原因不明';

function causes(error: unknown): { code?: string; syscall?: string }[] {
  const chain: { code?: string; syscall?: string }[] = [];
  for (let e = error; e instanceof Error && chain.length < 5; e = e.cause) {
    const { code, syscall } = e as NodeJS.ErrnoException;
    chain.push({ code: typeof code === 'string' ? code : undefined, syscall });
  }
  return chain;
}
