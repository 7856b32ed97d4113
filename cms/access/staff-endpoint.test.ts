import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer, content, readBody } from '../http/http.ts';
import { allow, oneOf, param, staffEndpoint } from './staff-endpoint.ts';

const schema = z.strictObject(
  { day: z.string({ error: '请写日期。' }), reason: z.string({ error: '请写原因。' }) },
  { error: '只收 day 和 reason。' },
);
const acts = ['pause', 'resume'] as const;
const endpoint = staffEndpoint('post', '/:id/:act', async ({ id, now, person, req }) => {
  allow(person.roles.includes('signer'), '请终审人来做。');
  const act = oneOf(acts, param(req, 'act'), '这种操作');
  const { day, reason } = await readBody(req, schema);
  if (day === 'broken') throw new TypeError('a fault of the program');
  return answer(200, '好了。', { act, day, id, reason, isNow: Math.abs(now.getTime() - Date.now()) < 3_600_000 });
});
const user = (role: string) => ({ id: 7, name: '示例', roles: [role] });
async function ask({
  text,
  user: who = user('signer'),
  act = 'pause',
}: {
  text?: string;
  user?: object | null;
  act?: string;
}) {
  const response = await endpoint.handler({
    payload: {},
    user: who,
    routeParams: { id: 'x1', act },
    text: () => Promise.resolve(text),
  } as never);
  return {
    status: response.status,
    cache: response.headers.get('cache-control'),
    ...((await response.json()) as { message: string }),
  };
}

describe('an endpoint of the desk', () => {
  it('says nothing but “sign in” to whoever is not signed in', async () => {
    expect(await ask({ user: null, act: 'none', text: '{"' })).toEqual({
      status: 401,
      cache: 'no-store',
      message: '请先登录后台。',
    });
  });
  it('hands on who asks, what for, and what was sent', async () => {
    expect(await ask({ text: '{"day":"2026-06-14","reason":"下雨"}' })).toEqual({
      status: 200,
      cache: 'no-store',
      message: '好了。',
      act: 'pause',
      day: '2026-06-14',
      reason: '下雨',
      id: 'x1',
      isNow: true,
    });
  });
  it('refuses who may not before what was sent is looked at', async () => {
    expect(await ask({ user: user('author'), text: '{"' })).toMatchObject({ status: 403, message: '请终审人来做。' });
  });
  it('names the acts it knows', async () => {
    expect(await ask({ act: 'stop' })).toMatchObject({
      status: 422,
      message: '没有“stop”这种操作：请用 pause、resume 之一。',
    });
  });
  it.each([
    ['', '请写日期。请写原因。'],
    ['{"day":"1"}', '请写原因。'],
    ['{"', '只收 day 和 reason。'],
    ['[]', '只收 day 和 reason。'],
    [undefined, '请写日期。请写原因。'],
  ])('of %j it says everything that is wrong, each once', async (text, message) => {
    expect(await ask({ text })).toMatchObject({ status: 422, message });
  });
  it('does not dress up a fault of the program as an answer', async () => {
    await expect(ask({ text: '{"day":"broken","reason":"x"}' })).rejects.toThrow('a fault of the program');
  });
  it('answers with content alone where there is nothing to say', async () => {
    expect(await content({ copy: null }).json()).toEqual({ copy: null });
  });
});
