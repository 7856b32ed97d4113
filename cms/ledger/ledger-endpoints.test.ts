import { handleEndpoints } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmed, running } from '../../campaigns/outbox/testing/attempts.ts';
import type { DeliveryState } from '../../campaigns/ports/delivery.ts';
import { loadAlerts } from '../admin/queries/alerts.ts';
import { sampleDesk, type SampleDesk } from '../testing/sample-desk.ts';
import { performReview } from '../desk/perform.ts';
import { person } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';

let cms: TestCms;
let sample: SampleDesk;
let names: Record<string, string>;
const tokens: Record<string, string> = {};
const link = 'https://weibo.example/1/N8f2';

beforeAll(async () => {
  cms = await testCms();
  sample = await sampleDesk(cms.payload);
  const people = {
    admin: await person(cms.payload, 'admin'),
    signer: await person(cms.payload, 'signer'),
    author: await person(cms.payload, 'author'),
    auditor: await person(cms.payload, 'auditor'),
  };
  names = Object.fromEntries(Object.entries(people).map(([who, { name }]) => [who, name]));
  for (const [who, { id }] of Object.entries(people)) {
    const { email } = await cms.payload.findByID({ collection: 'users', id });
    tokens[who] =
      (await cms.payload.login({ collection: 'users', data: { email, password: 'correct horse battery' } })).token ??
      '';
  }
});
afterAll(() => cms.close());

const store = () => createDeliveryStore(cms.payload);
const row = (id: string) => store().get(id);

/** A copy in this state, as one finished attempt has left it. */
async function copy(state: DeliveryState, release = 0): Promise<string> {
  const id = await sample.deliver(state, new Date(), { release, channel: 'weibo' });
  const at = new Date();
  await store().claim({
    deliveryId: id,
    number: 1,
    kind: 'send',
    owner: 'w',
    startedAt: at,
    leaseUntil: at,
    finishedAt: at,
    note: null,
    progress: {},
    begun: true,
    ...(state === 'confirmed' ? confirmed : { outcome: 'blocked' }),
  });
  return id;
}

async function enter(id: string, act: string, who: string | null, body?: object | string) {
  const headers = { 'Content-Type': 'application/json', ...(who ? { Authorization: `JWT ${tokens[who]}` } : {}) };
  const text = typeof body === 'object' ? JSON.stringify(body) : body;
  const request = new Request(`http://localhost/api/deliveries/${id}/hand/${act}`, {
    method: 'POST',
    headers,
    ...(text === undefined ? {} : { body: text }),
  });
  const response = await handleEndpoints({ config: cms.payload.config, request, payloadInstanceCacheKey: cms.key });
  return { status: response.status, message: ((await response.json()) as { message: string }).message };
}

describe('POST /api/deliveries/:id/hand/:act', () => {
  it('is for 终审 and 管理员 alone', async () => {
    const id = await copy('dead');
    expect(await enter(id, 'confirm', null)).toEqual({ status: 401, message: '请先登录后台。' });
    for (const who of ['author', 'auditor'])
      expect(await enter(id, 'confirm', who)).toEqual({ status: 403, message: '只有终审人和管理员可以在台账里登记。' });
    expect((await row(id))?.state).toBe('dead');
    expect((await enter(id, 'confirm', 'signer')).status).toBe(200);
  });

  it('confirms with the link, under the name of who did it', async () => {
    const id = await copy('dead');
    expect(await enter(id, 'confirm', 'admin', { url: ` ${link} ` })).toEqual({
      status: 200,
      message: '已登记：已发出。',
    });
    expect(await row(id)).toMatchObject({
      state: 'confirmed',
      url: link,
      nextAt: null,
      note: `${names.admin}人工确认已发出。`,
    });
    expect((await store().attempts(id)).at(-1)).toMatchObject({ number: 2, owner: names.admin, outcome: 'confirmed' });
    expect((await enter(id, 'confirm', 'admin')).status).toBe(409);
  });

  it('puts what is surely not out back into the queue, never what may be', async () => {
    for (const state of ['dead', 'refused', 'skipped'] as const) {
      const id = await copy(state);
      expect((await enter(id, 'resume', 'signer')).status).toBe(200);
      expect(await row(id)).toMatchObject({ state: 'pending', nextAt: expect.any(Date) });
    }
    for (const state of ['unknown', 'sent', 'confirmed', 'claimed', 'withdrawn'] as const) {
      const id = await copy(state);
      expect(await enter(id, 'resume', 'signer')).toMatchObject({
        status: 409,
        message: expect.stringContaining('不能重新发送'),
      });
      expect((await row(id))?.state).toBe(state);
    }
  });

  it('takes an unknown outcome for sent only with a link', async () => {
    const id = await copy('unknown');
    expect(await enter(id, 'confirm', 'signer')).toMatchObject({
      status: 422,
      message: expect.stringContaining('链接'),
    });
    expect(await enter(id, 'withdraw', 'signer')).toMatchObject({ status: 409 });
    expect((await enter(id, 'confirm', 'signer', { url: link })).status).toBe(200);
  });

  it('leaves a running attempt alone', async () => {
    const id = await copy('dead');
    const at = new Date();
    await store().claim(running(id, { number: 2, startedAt: at, leaseUntil: at }));
    expect(await enter(id, 'resume', 'signer')).toMatchObject({
      status: 409,
      message: expect.stringContaining('刷新台账'),
    });
  });

  it.each([
    ['delete', {}, '没有“delete”这种登记'],
    ['confirm', { url: 'javascript:alert(1)' }, '以 http:// 或 https:// 开头'],
    ['confirm', { url: '标题' }, '以 http:// 或 https:// 开头'],
    ['confirm', { url: `https://example.com/${'x'.repeat(500)}` }, '最多500字'],
    ['confirm', { note: '好' }, '只收一个字段 url'],
    ['resume', { url: link }, '只收空的内容'],
    ['withdraw', { note: '长'.repeat(201) }, '说明最多200字'],
    ['withdraw', '不是 JSON', '只收一个字段 note'],
  ])('refuses %s with %j', async (act, body, message) => {
    const id = await copy('dead');
    const result = await enter(id, act, 'admin', body);
    expect(result.status).toBe(422);
    expect(result.message).toContain(message);
    expect((await row(id))?.state).toBe('dead');
  });

  it('knows no copy that is not there', async () => {
    expect(await enter('nothing', 'withdraw', 'admin')).toEqual({ status: 404, message: '台账里没有这一份。' });
  });

  it('ends the alert of a withdrawn story once its copy is off the platform, and sends none of it again', async () => {
    const [out, stuck] = [await copy('confirmed', 1), await copy('dead', 1)];
    const result = await performReview(
      { payload: cms.payload },
      { storyId: sample.stories[1] ?? '', act: 'withdraw', person: sample.desk.signer, note: '数据有误' },
    );
    expect(result.ok).toBe(true);
    const alert = async () =>
      (await loadAlerts(cms.payload, new Date(), null)).alerts.find(({ id }) => id === out)?.word;
    expect(await alert()).toBe('撤回未完');
    expect(await enter(out, 'withdraw', 'signer', { note: '已登录账号删除。' })).toEqual({
      status: 200,
      message: '已登记：已从平台撤下。',
    });
    expect(await row(out)).toMatchObject({
      state: 'withdrawn',
      note: `${names.signer}登记已从平台撤下：已登录账号删除。`,
    });
    expect(await alert()).toBeUndefined();
    expect(await enter(stuck, 'resume', 'signer')).toEqual({
      status: 409,
      message: '这一版签发稿已经撤回，不能再发送。',
    });
  });
});
