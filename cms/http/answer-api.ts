import { bodyInChinese, inChinese } from './in-chinese.ts';
import { formKeyHeader, inTurn } from './in-turn.ts';
import { oddRequest, type MakeUp } from './odd-request.ts';

const json = (status: number, sentence: string) =>
  Response.json(
    { errors: [{ message: sentence }], message: sentence },
    { status, headers: { 'Cache-Control': 'no-store' } },
  );

const noSuchAddress = '这里没有这个接口：请检查网址。';

/**
 * The shell's API behind a look at the request: what cannot be meant is refused with a sentence, and an address that does
 * not exist is said in Chinese, and so is every other refusal.
 * @param shell gives the shell's answer
 */
export async function answerApi(
  request: Request,
  makeUp: MakeUp,
  shell: (request: Request) => Promise<Response>,
): Promise<Response> {
  const odd = await oddRequest(request, makeUp);
  if (odd) return json(odd.status, odd.sentence);
  const response = await inTurn(turnOf(request), () => shell(request));
  if (response.status < 400) return response;
  // A path without any endpoint is one that does not exist, for whatever method.
  if (response.status === 501) return json(404, noSuchAddress);
  if (!response.headers.get('content-type')?.includes('json'))
    return response.body === null ? json(response.status, inChinese('', response.status)) : response;
  const said = (await response.clone().json()) as { message?: unknown };
  if (typeof said.message === 'string' && said.message.startsWith('Route not found')) return json(404, noSuchAddress);
  // The shell answers so, past every hook, when it looks for a file that is not there.
  const isFile = /^\/api\/[^/]+\/file\//.test(new URL(request.url).pathname);
  if (isFile && response.status === 500) return json(404, '没有这个文件：可能已经删除。');
  return inWords(response, said);
}

/** The same answer; what it says in English is said in Chinese. */
function inWords(response: Response, said: object): Response {
  const body = bodyInChinese(said, response.status);
  if (JSON.stringify(body) === JSON.stringify(said)) return response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return Response.json(body, { status: response.status, headers });
}

/**
 * What must wait for what: a second try of a form for the first, of which the answer may only be late; renewed log-ins for
 * each other, because the shell writes all sessions of a person anew and two windows at once would get an error.
 */
function turnOf({ headers, method, url }: Request): string | null {
  if (method !== 'POST') return null;
  return /^\/api\/users\/(refresh-token|logout)$/.test(new URL(url).pathname) ? 'sessions' : headers.get(formKeyHeader);
}
