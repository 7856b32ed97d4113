import { handleEndpoints, type SanitizedConfig } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../testing/people.ts';
import { draft } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';

let cms: TestCms;
let config: SanitizedConfig;
let storyId: string;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  cms = await testCms();
  config = cms.payload.config;
  const author = await person(cms.payload, 'author');
  const reviewer = await person(cms.payload, 'reviewer1');
  const admin = await person(cms.payload, 'admin');
  for (const [name, { id }] of Object.entries({ admin, author, reviewer })) {
    const { email } = await cms.payload.findByID({ collection: 'users', id });
    const login = await cms.payload.login({ collection: 'users', data: { email, password: 'correct horse battery' } });
    tokens[name] = login.token ?? '';
  }
  storyId = (await draft(cms.payload, author)).id;
});
afterAll(() => cms.close());

async function call(method: string, path: string, who?: string, body?: string) {
  const headers = { 'Content-Type': 'application/json', ...(who ? { Authorization: `JWT ${tokens[who]}` } : {}) };
  const request = new Request(`http://localhost/api${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const response = await handleEndpoints({ config, request, payloadInstanceCacheKey: cms.key });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('the review endpoints', () => {
  it('answer nobody who is not signed in', async () => {
    expect(await call('POST', `/stories/${storyId}/review/submit`)).toEqual({
      status: 401,
      body: { message: '请先登录后台。' },
    });
    expect((await call('GET', `/stories/${storyId}/review`)).status).toBe(401);
  });

  it('tell what I may do, and why not the rest', async () => {
    const { body } = await call('GET', `/stories/${storyId}/review`, 'author');
    expect(body).toMatchObject({ stage: 'draft', missing: [], reviews: [] });
    const acts = body.acts as { act: string; allowed: boolean; reason: string | null }[];
    expect(acts.filter(({ allowed }) => allowed).map(({ act }) => act)).toEqual(['submit']);
    expect(acts.find(({ act }) => act === 'sign')?.reason).toContain('只有终审人可以签发');
  });

  it('do it, or refuse in a sentence', async () => {
    expect(await call('POST', `/stories/${storyId}/review/submit`, 'reviewer')).toMatchObject({ status: 403 });
    expect(await call('POST', `/stories/${storyId}/review/submit`, 'author')).toEqual({
      status: 200,
      body: { stage: 'first', message: '已送审，等待初审。' },
    });
    expect(await call('POST', `/stories/${storyId}/review/submit`, 'author', '{}')).toMatchObject({ status: 409 });
    expect(await call('POST', `/stories/${storyId}/review/return`, 'reviewer', '{"note":" "}')).toMatchObject({
      status: 422,
      body: { message: '请写明退回的理由：哪里不对，怎样改。' },
    });
    expect(
      await call('POST', `/stories/${storyId}/review/return`, 'reviewer', '{"note":"第二段缺来源"}'),
    ).toMatchObject({ status: 200, body: { stage: 'returned' } });
  });

  it.each([
    ['/review/publish', '{}', '没有“publish”这个操作'],
    ['/review/submit', '{"note":1}', 'note 应是一段文字。'],
    ['/review/submit', '{"x":1}', '只收一个字段 note'],
    ['/review/submit', '不是 JSON', '只收一个字段 note'],
  ])('refuse %s with %s', async (path, body, message) => {
    const answer = await call('POST', `/stories/${storyId}${path}`, 'author', body);
    expect(answer.status).toBe(422);
    expect(answer.body.message).toContain(message);
  });

  it('know no story that is not there', async () => {
    expect(await call('GET', '/stories/nothing/review', 'author')).toMatchObject({ status: 404 });
    expect(await call('POST', '/stories/nothing/review/submit', 'author')).toMatchObject({ status: 404 });
  });
});

describe('accounts', () => {
  it('a stranger cannot register, not even as the first', async () => {
    const body = JSON.stringify({
      email: 'x@example.org',
      password: 'correct horse battery',
      name: '外人',
      roles: ['admin'],
    });
    expect((await call('POST', '/users/first-register', undefined, body)).status).toBe(403);
    expect((await call('POST', '/users', undefined, body)).status).toBe(403);
  });

  it('want a long password and their own address, and say so in Chinese', async () => {
    const made = (email: string, password: string) =>
      call('POST', '/users', 'admin', JSON.stringify({ email, password, name: '新人（示例）', roles: ['author'] }));
    const short = await made('new@example.org', 'four');
    expect(short.status).toBe(422);
    expect(JSON.stringify(short.body)).toContain('密码太短：至少要10个字符。');
    expect((await made('new@example.org', 'correct horse battery')).status).toBe(201);
    const again = await made('NEW@example.org', 'correct horse battery');
    expect(again.status).toBe(409);
    expect(JSON.stringify(again.body)).toContain('已经有账号');
  });

  it('are locked after five wrong passwords', async () => {
    const { id } = await person(cms.payload, 'author');
    const { email } = await cms.payload.findByID({ collection: 'users', id });
    const login = (password: string) => call('POST', '/users/login', undefined, JSON.stringify({ email, password }));
    for (let i = 0; i < 5; i += 1) expect((await login('wrong')).status).toBe(401);
    const locked = await login('correct horse battery');
    expect(locked.status).toBe(429);
    expect(JSON.stringify(locked.body)).toContain('锁');
  });
});
