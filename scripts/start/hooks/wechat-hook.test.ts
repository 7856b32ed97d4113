import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seal } from '../../../campaigns/channels/wechat/callback/testing/seal.ts';
import { toChannelEvent } from '../../../campaigns/channels/wechat/inbox.ts';
import { createMemoryEvents } from '../../../campaigns/outbox/journal/memory-events.ts';
import { keys, openScene, type Scene } from './testing/scene.ts';

let scene: Scene;
beforeEach(async () => void (scene = await openScene()));
afterEach(() => scene.close());

const get = 'freepublish/get';
/** Submits, and lets the platform finish what it was given. */
async function submitted() {
  await scene.worker.runDue();
  scene.clock.advance(300);
}
const states = async () => (await scene.all()).map((d) => d.state);

describe('发布', () => {
  test('通知一到就核对，结果照通知，一次也不用问平台', async () => {
    await scene.plan();
    await submitted();
    expect((await scene.all())[0]?.nextAt).not.toEqual(scene.clock.now());
    await scene.platform.callbacks();
    expect((await scene.all())[0]?.nextAt).toEqual(scene.clock.now());
    await scene.worker.runDue();
    const row = scene.platform.ledger()[0];
    expect(await scene.all()).toMatchObject([
      { state: 'confirmed', externalId: row?.id, url: row?.url, note: '微信通知：已发布。' },
    ]);
    expect([scene.answers, scene.asked(get)]).toEqual([[200], 0]);
  });

  test('通知丢了：过一会儿自己去问', async () => {
    scene.register({ lost: 1 });
    await scene.plan();
    await submitted();
    await scene.platform.callbacks();
    await scene.worker.drain(new Date(scene.clock.now().getTime() + 60_000));
    expect(await states()).toEqual(['confirmed']);
    expect([scene.answers, scene.asked(get)]).toEqual([[], 1]);
  });

  test('来两遍、乱了次序、夹着假签名：各一份，各有结果', async () => {
    scene.register({ doubled: 2, badSignature: 1, reordered: true });
    for (const post of ['p1', 'p2', 'p3']) await scene.plan(post);
    await submitted();
    await scene.platform.callbacks();
    await scene.worker.drain(new Date(scene.clock.now().getTime() + 600_000));
    expect(await states()).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(new Set(scene.platform.ledger().map((row) => row.deliveryId)).size).toBe(3);
    expect(scene.platform.ledger()).toHaveLength(3);
    expect(new Set(scene.answers)).toEqual(new Set([200, 403]));
  });

  test('比接口的回答先到：记下了，回答一来就有结果', async () => {
    scene.register({ early: true });
    scene.platform.faults.hold({ path: 'freepublish/submit' });
    await scene.plan();
    const running = scene.worker.runDue();
    while (scene.platform.faults.held().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(scene.answers).toEqual([200]);
    scene.platform.faults.release();
    await running;
    await scene.worker.drain(new Date(scene.clock.now().getTime() + 2_000));
    expect(await scene.all()).toMatchObject([{ state: 'confirmed', note: '微信通知：已发布。' }]);
    expect(scene.asked(get)).toBe(0);
  });

  test('提交之后回答丢了：通知对不上号也无妨，按链接查到，不发第二份', async () => {
    scene.platform.faults.add({ path: 'freepublish/submit', mode: 'drop-after' });
    await scene.plan();
    await submitted();
    await scene.platform.callbacks();
    await scene.worker.drain(new Date(scene.clock.now().getTime() + 120_000));
    expect(await states()).toEqual(['confirmed']);
    expect(scene.platform.ledger()).toHaveLength(1);
  });

  test('审核不过：通知催来一次核对，以平台的答复为准', async () => {
    scene.platform.change({ publishStatus: 4 });
    await scene.plan();
    await submitted();
    await scene.platform.callbacks();
    await scene.worker.runDue();
    expect(await states()).toEqual(['refused']);
    expect(scene.asked(get)).toBe(1);
  });

  test('别的账号的同一编号：各记各的，不当成自己的', async () => {
    await scene.plan();
    await submitted();
    const publishId = String((await scene.all())[0]?.progress.publishId);
    const event = {
      kind: 'publish' as const,
      key: `publish:${publishId}:0`,
      at: scene.clock.now(),
      publishId,
      status: 0,
      articleId: '别人的',
      articleUrl: 'https://mp.example/other',
    };
    await scene.events.add(toChannelEvent(event, 'wxother', scene.clock.now()));
    await scene.worker.drain(new Date(scene.clock.now().getTime() + 60_000));
    expect(await scene.all()).toMatchObject([
      { state: 'confirmed', externalId: scene.platform.ledger()[0]?.id, url: scene.platform.ledger()[0]?.url },
    ]);
  });

  test('说封禁和说成功的先后都一样', async () => {
    for (const order of [
      [0, 6],
      [6, 0],
    ]) {
      const own = await openScene();
      await own.plan();
      await own.worker.runDue();
      const publishId = String((await own.all())[0]?.progress.publishId);
      for (const status of order) {
        const event = {
          kind: 'publish' as const,
          key: `publish:${publishId}:${status}`,
          at: own.clock.now(),
          publishId,
          status,
          articleId: null,
          articleUrl: null,
        };
        await own.events.add(toChannelEvent(event, 'wxdemo', own.clock.now()));
      }
      await own.worker.drain(new Date(own.clock.now().getTime() + 60_000));
      expect(await own.all()).toMatchObject([{ state: 'refused', note: expect.stringContaining('封禁') }]);
      await own.close();
    }
  });
});

describe('群发', () => {
  beforeEach(async () => {
    await scene.close();
    scene = await openScene({ mode: 'mass' });
  });

  test('结果以通知为准：到了才算', async () => {
    await scene.plan();
    await submitted();
    expect(await states()).toEqual(['sent']);
    await scene.platform.callbacks();
    await scene.worker.runDue();
    expect(await scene.all()).toMatchObject([
      { state: 'confirmed', url: scene.platform.ledger()[0]?.url, note: '微信通知：群发完成。' },
    ]);
    expect(scene.asked('message/mass/sendall')).toBe(1);
  });

  test('通知说没有成功：不算发出', async () => {
    scene.platform.change({ massStatus: 'err(30003)' });
    await scene.plan();
    await submitted();
    await scene.platform.callbacks();
    await scene.worker.runDue();
    expect(await scene.all()).toMatchObject([{ state: 'refused', note: expect.stringContaining('err(30003)') }]);
  });

  test('通知丢了：半小时后用同一编号核对，只发一次', async () => {
    scene.register({ lost: 1 });
    await scene.plan();
    await submitted();
    await scene.worker.drain(new Date(scene.clock.now().getTime() + 29 * 60_000));
    expect(await states()).toEqual(['sent']);
    expect(scene.asked('message/mass/sendall')).toBe(1);
    await scene.worker.drain(new Date(scene.clock.now().getTime() + 10 * 60_000));
    expect(await states()).toEqual(['confirmed']);
    expect(scene.platform.ledger()).toHaveLength(1);
  });
});

describe('接收地址', () => {
  const post = (query: URLSearchParams, body: string) => fetch(`${scene.url}?${query}`, { method: 'POST', body });
  const sealed = (xml: string, aesKey: string) => {
    const s = seal({ token: keys.token, aesKey, appId: keys.appId, xml, at: scene.clock.now() });
    const query = new URLSearchParams({
      signature: s.signature,
      timestamp: s.timestamp,
      nonce: s.nonce,
      encrypt_type: 'aes',
      msg_signature: s.msgSignature,
    });
    return [query, `<xml><Encrypt><![CDATA[${s.encrypt}]]></Encrypt></xml>`] as const;
  };
  const done =
    '<xml><CreateTime>1805072390</CreateTime><MsgType>event</MsgType><Event>PUBLISHJOBFINISH</Event><PublishEventInfo><publish_id>77</publish_id><publish_status>0</publish_status></PublishEventInfo></xml>';

  test('登记网址时回显；签名不对就不回', async () => {
    const { timestamp, nonce, signature } = seal({
      token: keys.token,
      aesKey: keys.aesKeys[0] ?? '',
      appId: keys.appId,
      xml: '',
      at: scene.clock.now(),
    });
    const query = { timestamp, nonce, signature, echostr: '<b>5927' };
    const ok = await fetch(`${scene.url}?${new URLSearchParams(query)}`);
    expect([ok.status, ok.headers.get('content-type'), await ok.text()]).toEqual([
      200,
      'text/plain; charset=utf-8',
      '<b>5927',
    ]);
    expect((await fetch(`${scene.url}?${new URLSearchParams({ ...query, nonce: '8' })}`)).status).toBe(403);
  });

  test('新旧密钥的消息都收；再来一遍也答 success，只记一条', async () => {
    for (const aesKey of keys.aesKeys) {
      const answer = await post(...sealed(done, aesKey));
      expect([answer.status, await answer.text()]).toEqual([200, 'success']);
    }
    expect(await scene.events.about('wechat:wxdemo:publish:77')).toHaveLength(1);
  });

  test('记不下来就不答 success，让平台再来', async () => {
    await scene.close();
    scene = await openScene({ events: { ...createMemoryEvents(), add: () => Promise.reject(new Error('库满了')) } });
    expect((await post(...sealed(done, keys.aesKeys[0] ?? ''))).status).toBe(500);
    expect(scene.log).toEqual(['接收 /hooks/wechat 出错：库满了']);
  });

  test('地址后面多写一段：没有这个地址', async () => {
    expect((await fetch(`${scene.url}/x`)).status).toBe(404);
  });
});
