import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createPauseCheck, openPauses, pauseChannel, resumeChannel } from '../store/channel-pauses.ts';

let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['signer', 'admin', 'author', 'auditor']);
});
afterAll(() => cms.close());

const pause = (who: string | null, body: unknown) => desk.post(who, 'channel-pauses/pause', body);
const resume = (who: string | null, body: unknown) => desk.post(who, 'channel-pauses/resume', body);

describe('POST /api/channel-pauses', () => {
  it('is for 终审 and 管理员 alone', async () => {
    expect((await pause(null, { channel: 'weibo', reason: '示例原因' })).status).toBe(401);
    for (const who of ['author', 'auditor'])
      expect((await pause(who, { channel: 'weibo', reason: '示例原因' })).status).toBe(403);
    expect(await openPauses(cms.payload)).toEqual([]);
  });

  it('holds a channel back once, with who, when and why, and lets it go on', async () => {
    expect(await pause('signer', { channel: 'weibo', reason: ' 账号正在年审 ' })).toMatchObject({
      status: 200,
      message: expect.stringContaining('微博已暂停'),
    });
    expect(await pause('admin', { channel: 'weibo', reason: '另一个原因' })).toMatchObject({ status: 409 });
    expect(await openPauses(cms.payload)).toEqual([
      { channel: 'weibo', reason: '账号正在年审', by: desk.people.signer?.name, at: expect.any(Date) },
    ]);
    expect((await resume('author', { channel: 'weibo' })).status).toBe(403);
    expect(await resume('admin', { channel: 'weibo' })).toMatchObject({
      status: 200,
      message: expect.stringContaining('微博已恢复'),
    });
    expect((await resume('admin', { channel: 'weibo' })).status).toBe(409);
    const { docs } = await cms.payload.find({ collection: 'channel-pauses', where: { channel: { equals: 'weibo' } } });
    expect(docs).toMatchObject([
      {
        reason: '账号正在年审',
        pausedBy: desk.people.signer?.name,
        resumedBy: desk.people.admin?.name,
        resumedAt: expect.any(String),
      },
    ]);
    // And again, later: the old record stays.
    expect((await pause('signer', { channel: 'weibo', reason: '又一次' })).status).toBe(200);
    expect((await resume('signer', { channel: 'weibo' })).status).toBe(200);
    expect((await cms.payload.count({ collection: 'channel-pauses' })).totalDocs).toBe(2);
  });

  it.each([
    [{ channel: 'weibo' }, '原因'],
    [{ channel: 'weibo', reason: '。' }, '请写一句原因'],
    [{ channel: 'weibo', reason: '长'.repeat(101) }, '最多100字'],
    [{ channel: 'telegraph', reason: '示例原因' }, '没有名为“telegraph”的渠道'],
    [{ channel: '', reason: '示例原因' }, '请选一个渠道'],
    [{ channel: 'weibo', reason: '示例原因', by: '别人' }, '只收两个字段'],
    ['不是 JSON', '只收两个字段'],
  ])('refuses %j', async (body, message) => {
    expect(await pause('admin', body)).toMatchObject({ status: 422, message: expect.stringContaining(message) });
  });

  it('cannot be written round the endpoints', async () => {
    const made = cms.payload.create({
      collection: 'channel-pauses',
      data: { key: 'press', channel: 'press', reason: '示例', pausedBy: '别人', pausedAt: new Date().toISOString() },
      overrideAccess: false,
      user: desk.asUser('admin'),
    });
    await expect(made).rejects.toThrow();
  });
});

describe('createPauseCheck', () => {
  it('sees what another process has written within two seconds', async () => {
    const clock = createManualClock(new Date());
    const paused = createPauseCheck(cms.payload, clock);
    const said = { channel: 'press', reason: '示例原因', by: '示例终审', at: clock.now() };
    expect(await paused('press')).toBe(false);
    await pauseChannel(cms.payload, said);
    clock.advance(2000);
    expect([await paused('press'), await paused('wechat')]).toEqual([true, false]);
    await resumeChannel(cms.payload, said);
    expect(await paused('press')).toBe(true);
    clock.advance(2000);
    expect(await paused('press')).toBe(false);
  });

  it('of many pauses and many resumes at once, one of each is heard', async () => {
    const said = { channel: 'press', reason: '示例原因', by: '示例终审', at: new Date() };
    const all = await Promise.all(Array.from({ length: 6 }, () => pauseChannel(cms.payload, said)));
    expect(all.filter(Boolean)).toHaveLength(1);
    const ends = await Promise.all(Array.from({ length: 6 }, () => resumeChannel(cms.payload, said)));
    expect(ends.filter(Boolean)).toHaveLength(1);
  });

  it('does not take a failing database for a channel that may send, and asks again', async () => {
    let broken = true;
    const db = { find: () => (broken ? Promise.reject(new Error('断开')) : Promise.resolve({ docs: [] })) };
    const paused = createPauseCheck({ db } as never, createManualClock(new Date()));
    await expect(paused('press')).rejects.toThrow('断开');
    broken = false;
    expect(await paused('press')).toBe(false);
  });
});
