import { oddRequest, type MakeUp } from './odd-request.ts';

const json = (status: number, sentence: string) => Response.json({ errors: [{ message: sentence }], message: sentence }, { status, headers: { 'Cache-Control': 'no-store' } });

/**
 * The shell's API behind a look at the request: what cannot be meant is refused with a sentence, and an address that does
 * not exist is said in Chinese.
 * @param shell gives the shell's answer
 */
export async function answerApi(request: Request, makeUp: MakeUp, shell: (request: Request) => Promise<Response>): Promise<Response> {
  const odd = await oddRequest(request, makeUp);
  if (odd) return json(odd.status, odd.sentence);
  const response = await shell(request);
  if (response.status < 400 || !response.headers.get('content-type')?.includes('json')) return response;
  const said = (await response.clone().json()) as { message?: unknown };
  if (typeof said.message === 'string' && said.message.startsWith('Route not found')) return json(404, '这里没有这个接口：请检查网址。');
  // The shell answers so, past every hook, when it looks for a file that is not there.
  const isFile = /^\/api\/[^/]+\/file\//.test(new URL(request.url).pathname);
  return isFile && response.status === 500 ? json(404, '没有这个文件：可能已经删除。') : response;
}
