import { describe, expect, it, test } from 'vitest';
import { classify as ofWechat } from './wechat/error-class.ts';
import { failed } from './wechat/outcomes.ts';
import { outcomeOfEvent } from './wechat/callback/outcome-of-event.ts';
import { classify as ofWeibo } from './weibo/error-class.ts';
import { outcomeOf, type ShareCase } from './weibo/outcomes.ts';

const now = new Date('2027-03-15T22:40:00+08:00');
const minute = 60_000;

describe('微信退回的代码', () => {
  const refused = (code: number, call: 'token' | 'business' = 'business') =>
    failed({ kind: 'error', code, message: 'said rid: x', call }, '提交发布', now);
  test.each([
    [40001, 'retry', '调用凭据失效，稍后重取再试。'],
    [42001, 'retry', '调用凭据失效，稍后重取再试。'],
    [-1, 'retry', '平台繁忙，稍后再试。'],
    [45011, 'retry', '操作太频繁，一分钟后再试。'],
    [45065, 'retry', '操作太频繁，一分钟后再试。'],
    [40007, 'retry', '封面素材还没有就绪，稍后再试。'],
    [45009, 'retry', '今天的次数已用完，明天零点后再试。'],
    [45166, 'refused', '请修改稿件后重新签发，正文含有平台不允许的链接或标签。'],
    [45003, 'refused', '请修改稿件后重新签发，请到公众平台后台查看原因。'],
    [40164, 'blocked', '请把本机的公网 IP 加入公众平台的 IP 白名单。'],
    [53504, 'blocked', '请到公众平台官网使用这篇草稿。'],
    [41028, 'refused', '请修改稿件后重新签发，请到公众平台后台查看原因。'],
    [44002, 'refused', '请修改稿件后重新签发，请到公众平台后台查看原因。'],
    [99999, 'blocked', '请到公众平台后台查看原因。'],
  ])('%i：%s，%s', (code, kind, words) =>
    expect(refused(code)).toMatchObject({ kind, note: `提交发布被微信退回（${code} said rid: x）：${words}` }),
  );

  it('取凭据时只有忙和额度会自己过去，别的都要人去配置', () => {
    for (const code of [-1, 45011, 45009, 40014, 42001])
      expect(refused(code, 'token').kind, String(code)).toBe('retry');
    for (const code of [40001, 40013, 40125, 40164, 45166, 40007, 41002, 12345])
      expect(refused(code, 'token').kind, String(code)).toBe('blocked');
  });

  it('额度用完，等到零点以后；不认识的代码从不盲目重试', () => {
    expect(refused(45009)).toMatchObject({ after: 85 * minute });
    for (let code = -5; code < 100_000; code += 7) {
      const kind = ofWechat(code, 'business');
      if (kind !== 'person' && kind !== 'content')
        expect(['token', 'busy', 'minute', 'cover', 'quota', 'done']).toContain(kind);
    }
    expect([0, -2, 1, 40_000, 43_000, 47_000].map((code) => ofWechat(code, 'business'))).toEqual(
      Array.from({ length: 6 }, () => 'person'),
    );
  });

  it('没有发出去的，说为什么', () =>
    expect(failed({ kind: 'not-sent', reason: '连不上' }, '上传封面', now)).toEqual({
      kind: 'retry',
      after: 2_000,
      note: '上传封面没有发出：连不上，稍后再试。',
    }));

  test.each([
    [0, 'confirmed', '微信通知：已发布。'],
    [1, 'sent', '微信通知：正在发布。'],
    [2, 'refused', '微信原创校验未通过：请修改稿件或关闭原创声明后重新签发。'],
    [4, 'refused', '微信平台审核未通过：请修改稿件后重新签发。'],
    [5, 'refused', '微信发布成功后，文章已被本号删除：不是从这里撤的，请问清是谁删的、为什么。'],
    [6, 'refused', '微信发布成功后，文章已被平台封禁：请到公众平台查看原因。'],
    [7, 'blocked', '微信通知了不认识的发布状态 7：请到公众平台核对。'],
  ])('通知里的发布状态 %i 是 %s', (status, kind, note) =>
    expect(
      outcomeOfEvent({
        kind: 'publish',
        key: 'k',
        at: now,
        publishId: '22',
        status,
        articleId: null,
        articleUrl: null,
      }),
    ).toMatchObject({ kind, note }),
  );

  it('已发布而没有文章编号的，用任务编号；群发不成的，带上平台的话', () => {
    expect(
      outcomeOfEvent({
        kind: 'publish',
        key: 'k',
        at: now,
        publishId: '22',
        status: 0,
        articleId: null,
        articleUrl: null,
      }),
    ).toMatchObject({ externalId: '22' });
    const mass = { kind: 'mass', key: 'k', at: now, msgId: '7', articleId: null, articleUrl: null } as const;
    expect(outcomeOfEvent({ ...mass, status: 'err(10001)', sent: false })).toMatchObject({
      kind: 'refused',
      note: '微信通知：群发没有成功（err(10001)），请到公众平台查看原因。',
    });
    expect(outcomeOfEvent({ ...mass, status: 'send success', sent: true })).toMatchObject({
      kind: 'confirmed',
      externalId: '7',
    });
  });
});

describe('微博退回的代码', () => {
  const usual: ShareCase = { maybeSent: false, settleMs: 30_000, quotaTries: 0, now };
  const refused = (code: number, more: Partial<ShareCase> = {}) =>
    outcomeOf({ kind: 'error', code, message: 'said', externalId: '9' }, { ...usual, ...more });

  it('重复：上次可能发过的就是发出了，没发过的要改稿', () => {
    expect(refused(20019, { maybeSent: true })).toMatchObject({
      executed: 'maybe',
      outcome: { kind: 'confirmed', externalId: '9', note: '平台判为重复，即上次已发出。' },
    });
    expect(refused(20019)).toMatchObject({
      executed: 'no',
      outcome: {
        kind: 'refused',
        note: '微博退回（20019 said）：与已发的微博相同或相似，请修改标题或摘要后重新签发。',
      },
    });
  });
  it('次数用完：先等一个小时，三次以后等到零点', () => {
    expect(refused(10023)).toMatchObject({ outcome: { kind: 'retry', after: 21 * minute } });
    expect(refused(10023, { quotaTries: 2 })).toMatchObject({ outcome: { after: 21 * minute } });
    expect(refused(10023, { quotaTries: 3 })).toMatchObject({
      outcome: { after: 85 * minute, note: '微博退回（10023 said）：今天的次数已用完，明天零点后再试。' },
    });
  });
  test.each([
    [20032, 'confirmed', 'maybe', '微博已发布，平台显示会稍有延迟。'],
    [10001, 'unknown', 'maybe', '微博退回（10001 said）：说不清是否已发出，先核对。'],
    [20016, 'retry', 'no', '微博退回（20016 said）：发得太频繁，十分钟后再试。'],
    [20012, 'refused', 'no', '微博退回（20012 said）：请修改稿件后重新签发，请缩短标题或摘要。'],
    [21327, 'blocked', 'no', '微博退回（21327 said）：授权已到期，请重新授权。'],
    [31337, 'blocked', 'no', '微博退回（31337 said）：请到微博后台查看原因。'],
  ])('%i：%s（可能已发：%s），%s', (code, kind, executed, note) =>
    expect(refused(code)).toMatchObject({ executed, outcome: { kind, note } }),
  );

  it('说不清的从不说“没有发出”，没发出的从不说“可能发了”', () => {
    expect(outcomeOf({ kind: 'uncertain', reason: '中途断了' }, usual)).toEqual({
      executed: 'maybe',
      outcome: { kind: 'unknown', lookAfter: 30_000, note: '发微博时中途断了，先核对，不盲目重发。' },
    });
    expect(outcomeOf({ kind: 'not-sent', reason: '连不上' }, usual)).toEqual({
      executed: 'no',
      outcome: { kind: 'retry', after: 2_000, note: '没有发出：连不上，稍后再试。' },
    });
    for (let code = 10_000; code < 22_000; code += 1)
      if (ofWeibo(code) === 'person') expect(refused(code).executed).toBe('no');
  });
});
