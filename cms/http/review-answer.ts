import type { PayloadRequest } from 'payload';

/** What the review's endpoints have in common. */
export const answer = (status: number, content: object) => Response.json(content, { status, headers: { 'Cache-Control': 'no-store' } });
export const nobody = () => answer(401, { message: '请先登录后台。' });
export const noStory = () => answer(404, { message: '没有这篇稿件：它可能已被删除。' });
export const routeId = (req: PayloadRequest): string => String(req.routeParams?.id ?? '');

/** An empty body is no note; anything unreadable is refused by the schema. */
export async function readJson(req: PayloadRequest): Promise<unknown> {
  const text = (await req.text?.()) ?? '';
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
