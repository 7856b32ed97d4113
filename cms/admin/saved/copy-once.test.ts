import { expect, it } from 'vitest';
import { formKeyHeader } from '../../http/in-turn.ts';
import { copy, isCopy } from './copy-once.ts';

it('a copy is the shell’s request for one, and nothing else', () => {
  expect(isCopy('/api/stories/s1/duplicate?locale=zh', { method: 'POST' })).toBe(true);
  for (const [path, method] of [
    ['/api/stories/s1/duplicate', 'GET'],
    ['/api/stories/s1', 'POST'],
    ['/api/stories/s1/duplicate/x', 'POST'],
    ['/other/api/stories/s1/duplicate', 'POST'],
  ] as const)
    expect(isCopy(path, { method })).toBe(false);
  expect(isCopy('/api/stories/s1/duplicate', undefined)).toBe(false);
});

it('asked again because no answer came it is the same copy; the next copy is another', async () => {
  const keys: (string | null)[] = [];
  let isLost = true;
  const plain: typeof fetch = (_input, init) => {
    keys.push(new Headers(init?.headers).get(formKeyHeader));
    return isLost
      ? Promise.reject(new TypeError('fetch failed'))
      : Promise.resolve(Response.json({ doc: { id: 's2' } }));
  };
  const ask = () =>
    copy(plain, '/api/stories/s1/duplicate', '/api/stories/s1/duplicate', {
      method: 'POST',
      headers: { accept: 'json' },
    });
  await expect(ask()).rejects.toThrow();
  isLost = false;
  await ask();
  await ask();
  expect([keys[0] === keys[1], keys[1] === keys[2]]).toEqual([true, false]);
});

it('made already: the copy that was made is answered; any other refusal stays one', async () => {
  const theirs = { id: 's2', title: '甲', updatedAt: '2026-06-14T01:00:00.000Z' };
  const made = {
    errors: [{ message: '已经有了。', data: { moved: true, version: theirs.updatedAt, theirs, made: 's2' } }],
  };
  const ask = (body: object, status: number) =>
    copy(
      () => Promise.resolve(Response.json(body, { status })),
      '/api/stories/s9/duplicate',
      '/api/stories/s9/duplicate',
      { method: 'POST' },
    );
  const answered = await ask(made, 409);
  expect([answered.status, ((await answered.json()) as { doc: object }).doc]).toEqual([200, theirs]);
  expect([(await ask({ errors: [] }, 409)).status, (await ask({}, 403)).status]).toEqual([409, 403]);
});
