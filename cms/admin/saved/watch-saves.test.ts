import { beforeEach, expect, it } from 'vitest';
import { versionHeader } from '../../editing/version-read.ts';
import { markUnsaved, storeOf } from './store.ts';
import { loggedOut, notReached, saveIn, watching } from './watch-saves.ts';

const form = (content: object): FormData => {
  const data = new FormData();
  data.set('_payload', JSON.stringify(content));
  return data;
};
const now = () => new Date('2026-11-27T20:29:00+08:00');
const json = (status: number, body: object) => Response.json(body, { status });
const read = { title: '题' };
const typed = { title: '新题' };
let target = 'stories/a';
let number = 0;

beforeEach(() => {
  number += 1;
  target = `stories/row-${number}`;
  storeOf(target).tell({ type: 'opened', content: read, doc: read, version: 'v1', savedAt: now().toISOString() });
});
const at = (plain: typeof fetch) =>
  watching(plain, now, () => Promise.resolve())(`/api/${target}?depth=0`, { method: 'PATCH', body: form(typed) });

it.each([
  ['/api/stories/a?depth=0', 'PATCH', 'stories/a'],
  ['/api/campaigns?depth=0', 'POST', 'campaigns/new'],
  ['http://localhost:3001/api/nominations/0199', 'PATCH', 'nominations/0199'],
  ['/api/globals/desk?depth=0', 'post', 'globals/desk'],
  ['/api/stories/a/review/submit', 'POST', null],
  ['/admin/collections/stories/a', 'POST', null],
])('knows a save of a form: %s %s', (address, method, expected) =>
  expect(saveIn(address, { method, body: form(typed) })?.target ?? null).toBe(expected),
);

it('knows nothing else for one', () => {
  expect(saveIn('/api/stories/a', { method: 'PATCH', body: '{}' })).toBeNull();
  expect(saveIn('/api/stories/a', undefined)).toBeNull();
});

it('sends the version that was read, and believes a confirmed answer', async () => {
  let sent: Headers | null = null;
  await at(async (_, init) => {
    sent = new Headers(init?.headers);
    expect(storeOf(target).get().sending).toEqual(typed);
    return json(200, { doc: { ...typed, updatedAt: 'v2' } });
  });
  expect(sent!.get(versionHeader)).toBe('v1');
  expect(storeOf(target).get()).toMatchObject({
    version: 'v2',
    trouble: null,
    sending: null,
    savedAt: now().toISOString(),
  });
});

it('a refusal is told before the shell sees the answer, and the shell still sees it', async () => {
  const response = await at(async () => json(400, { errors: [{ message: '摘要有完整的身份证件号码。' }] }));
  expect(storeOf(target).get()).toMatchObject({ version: 'v1', trouble: { kind: 'refused' } });
  expect(await response.json()).toHaveProperty('errors');
});

it('asks whether the log-in has expired before it says so', async () => {
  const server =
    (user: object | null): typeof fetch =>
    async (input) =>
      String(input).includes('/me') ? json(200, { user }) : json(403, { errors: [{ message: '您无权执行此操作。' }] });
  await expect(at(server(null))).rejects.toThrow(loggedOut);
  expect(storeOf(target).get().trouble).toEqual({ kind: 'expired' });
  await at(server({ id: 'u' }));
  expect(storeOf(target).get().trouble).toMatchObject({ kind: 'refused' });
});

it('no answer is no save, and is said in Chinese', async () => {
  await expect(at(async () => Promise.reject(new TypeError('Failed to fetch')))).rejects.toThrow(notReached);
  expect(storeOf(target).get().trouble).toEqual({ kind: 'offline' });
});

it('keeps the page when the shell would leave it with unsaved text on it', async () => {
  const refresh = () =>
    watching(
      async () => json(401, {}),
      now,
      () => Promise.resolve(),
    )('/api/users/refresh-token?refresh', { method: 'post' });
  expect((await refresh()).status).toBe(401);
  markUnsaved(target, true);
  await expect(refresh()).rejects.toThrow(loggedOut);
  expect(storeOf(target).get().trouble).toEqual({ kind: 'expired' });
  markUnsaved(target, false);
});

it.each([
  ['/admin/collections/stories/a', { method: 'POST', headers: { 'Next-Action': 'x' } }],
  ['/api/payload-preferences/collection-stories-a', { credentials: 'include' as const }],
  ['/api/stories/access/a?depth=0', { method: 'post' }],
])("asks the form's questions again until they are answered: %s", async (address, init) => {
  let asked = 0;
  const plain: typeof fetch = async () => {
    asked += 1;
    if (asked < 4) throw new TypeError('Failed to fetch');
    return new Response('ok');
  };
  expect(await (await watching(plain, now, () => Promise.resolve())(address, init)).text()).toBe('ok');
  expect(asked).toBe(4);
});

it('leaves everything else alone', async () => {
  await expect(
    watching(
      async () => Promise.reject(new TypeError('x')),
      now,
      () => Promise.resolve(),
    )('/api/stories/a/review'),
  ).rejects.toThrow('x');
});
