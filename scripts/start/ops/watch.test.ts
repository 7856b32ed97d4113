import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { facts, noon } from '../../../campaigns/alarms/testing/facts.ts';
import { messageOf } from '../../../campaigns/alarms/message.ts';
import { advance } from '../../../campaigns/alarms/notices.ts';
import { judge } from '../../../campaigns/alarms/rules.ts';
import { createManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import { createAlarmMemory } from '../../../cms/ops/alarm-memory.ts';
import { testCms, type TestCms } from '../../../cms/testing/test-cms.ts';
import { readSettings } from '../../settings/settings.ts';
import { waysOf } from './start-ops.ts';
import { startPostOffice, startReceiver, type PostOffice, type Receiver } from './testing/post-office.ts';
import { steadyMemory } from './steady-memory.ts';
import { lookOnce, startWatch } from './watch.ts';
import { createWebhookWay } from './webhook-way.ts';

let cms: TestCms;
let office: PostOffice;
let receiver: Receiver;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());
beforeEach(async () => {
  for (const key of ['alarms.told.mail', 'alarms.told.webhook']) await cms.payload.kv.delete(key);
  office = await startPostOffice();
  receiver = await startReceiver();
  return () => Promise.all([office.close(), receiver.close()]);
});

/** Minutes are taken once in the database, so each test has days of its own. */
let days = 0;
function house() {
  days += 1;
  const clock = createManualClock(new Date(noon.getTime() + days * 10 * 86_400_000));
  const lines: string[] = [];
  let dead = 0;
  const watchingSince = new Date(clock.now().getTime() - 3_600_000);
  const ways = waysOf(
    readSettings({
      SMTP_URL: office.url,
      MAIL_FROM: '诚信广元 <noreply@example.gov.cn>',
      ALARM_MAIL_TO: 'zhiban@example.gov.cn,ju@example.gov.cn',
      ALARM_WEBHOOK_URL: receiver.url,
    }),
  );
  // A process that was started anew each minute.
  const minute = async () => {
    clock.advance(60_000);
    await lookOnce({
      read: async () => facts({ watchingSince, gauges: { at: clock.now(), dead } }),
      memory: createAlarmMemory(cms.payload),
      ways,
      clock,
      thresholds: { unknownMinutes: 30 },
      sender: { name: '诚信广元', link: 'http://localhost:3000/admin' },
      log: (line) => lines.push(line),
    });
  };
  return {
    minute,
    lines,
    clock,
    set dead(count: number) {
      dead = count;
    },
  };
}

const kinds = () =>
  receiver.bodies.map((body) =>
    (body as { alarms: { kind: string; id: string }[] }).alarms.map((a) => `${a.id}:${a.kind}`).join(),
  );

it('a way whose memory cannot be read keeps none of the others from speaking', async () => {
  const clock = createManualClock(new Date(noon.getTime() - 86_400_000));
  const lines: string[] = [];
  const spoken: string[] = [];
  const way = (id: string) => ({ id, name: id, send: async () => void spoken.push(id) });
  const memory = createAlarmMemory(cms.payload);
  await lookOnce({
    read: async () =>
      facts({ watchingSince: new Date(clock.now().getTime() - 3_600_000), gauges: { at: clock.now(), dead: 1 } }),
    clock,
    ways: [way('broken'), way('sound')] as never,
    memory: {
      ...memory,
      read: async (id) => {
        if (id === 'broken') throw new Error('读不出来');
        await new Promise((done) => setImmediate(done));
        return memory.read(id);
      },
    },
    thresholds: { unknownMinutes: 30 },
    sender: { name: '诚信广元', link: 'http://localhost:3000/admin' },
    log: (line) => lines.push(line),
  });
  expect(spoken).toEqual(['sound']);
  expect(lines).toEqual([expect.stringContaining('broken')]);
});

it('a way that never answers keeps none of the others from speaking, is told, and is spoken to again in the next minute', async () => {
  const clock = createManualClock(new Date(noon.getTime() - 2 * 86_400_000));
  const [lines, spoken]: [string[], string[]] = [[], []];
  const silent = {
    id: 'silent',
    name: 'silent',
    send: () => (spoken.push('silent'), new Promise<never>(() => undefined)),
  };
  const sudden = {
    id: 'sudden',
    name: 'sudden',
    send: () => {
      spoken.push('sudden');
      throw new Error('立刻坏了。');
    },
  };
  const sound = { id: 'quick', name: 'quick', send: async () => void spoken.push('sound') };
  const look = () =>
    lookOnce({
      read: async () =>
        facts({ watchingSince: new Date(clock.now().getTime() - 3_600_000), gauges: { at: clock.now(), dead: 1 } }),
      clock,
      ways: [silent, sudden, sound] as never,
      memory: createAlarmMemory(cms.payload),
      thresholds: { unknownMinutes: 30 },
      sender: { name: '诚信广元', link: 'http://localhost:3000/admin' },
      log: (line) => lines.push(line),
      answerMs: 50,
    });
  await look();
  clock.advance(60_000);
  await look();
  expect(spoken).toEqual(['silent', 'sudden', 'sound', 'silent', 'sudden']);
  expect(lines.filter((line) => line.includes('silent'))).toEqual(Array(2).fill(expect.stringContaining('没有答复')));
});

it('what could not be read has not ended', async () => {
  const clock = createManualClock(new Date(noon.getTime() - 3 * 86_400_000));
  const told: string[] = [];
  const way = {
    id: 'heard',
    name: 'heard',
    send: async ({ notices }: { notices: { kind: string; id: string }[] }) =>
      void told.push(...notices.map(({ id, kind }) => `${kind} ${id}`)),
  };
  const look = (more: object) =>
    lookOnce({
      read: async () =>
        facts({ watchingSince: new Date(clock.now().getTime() - 3_600_000), gauges: { at: clock.now() }, ...more }),
      clock,
      ways: [way] as never,
      memory: createAlarmMemory(cms.payload),
      thresholds: { unknownMinutes: 30 },
      sender: { name: '诚信广元', link: 'http://localhost:3000/admin' },
      log: () => undefined,
    });
  for (const more of [{ overbooked: ['排多了。'] }, { unread: ['平台限额'] }, {}, {}, {}]) {
    await look(more);
    clock.advance(60_000);
    if ('unread' in more) expect(told).toEqual(['begin overbooked']);
  }
  expect(told).toEqual(['begin overbooked', 'end overbooked']);
});

describe('alarms by real mail and a real webhook', () => {
  it('tell once when it begins, again by the table across restarts, and once when it ends', async () => {
    const here = house();
    await here.minute();
    expect([office.mails, receiver.bodies]).toEqual([[], []]);
    here.dead = 2;
    for (let m = 0; m < 20; m += 1) await here.minute();
    here.dead = 0;
    for (let m = 0; m < 3; m += 1) await here.minute();
    expect(kinds()).toEqual(['dead:begin', 'dead:again', 'dead:end']);
    expect(office.mails.map((m) => m.subject)).toEqual([
      '【诚信广元】告警：推送等人工',
      '【诚信广元】仍未解决：推送等人工',
      '【诚信广元】恢复：推送等人工',
    ]);
    expect(office.recipients[0]).toEqual(['zhiban@example.gov.cn', 'ju@example.gov.cn']);
    expect(office.mails[0]).toMatchObject({ from: { name: '诚信广元', address: 'noreply@example.gov.cn' } });
    expect(office.mails[0]?.text).toContain('有 2 份推送停住了，系统不会自己再试。');
    expect(receiver.bodies[0]).toMatchObject({
      subject: '【诚信广元】告警：推送等人工',
      alarms: [{ id: 'dead', urgency: 'urgent', count: 2, what: '有 2 份推送停住了，系统不会自己再试。' }],
    });
    expect(here.lines).toEqual([]);
  });

  it('one broken way does not hold up the other, tries again each minute, and repeats nothing', async () => {
    const here = house();
    here.dead = 1;
    office.broken = true;
    for (let m = 0; m < 3; m += 1) await here.minute();
    expect([office.mails.length, kinds()]).toEqual([0, ['dead:begin']]);
    expect(here.lines).toHaveLength(3);
    expect(here.lines[0]).toMatch(/^告警没有送出（邮件）：.*下一分钟再试。$/);
    office.broken = false;
    for (let m = 0; m < 3; m += 1) await here.minute();
    expect([office.mails.length, kinds()]).toEqual([1, ['dead:begin']]);
  });

  it('several processes in one minute tell once', async () => {
    const [here, clock] = [house(), createManualClock(new Date(noon.getTime() + 3_000_000_000))];
    const memory = createAlarmMemory(cms.payload);
    const look = () =>
      lookOnce({
        read: async () => facts({ gauges: { dead: 1 } }),
        memory,
        clock,
        thresholds: { unknownMinutes: 30 },
        sender: { name: '诚信广元', link: 'x' },
        ways: [createWebhookWay({ url: receiver.url, format: 'json' })],
        log: (line) => here.lines.push(line),
      });
    await Promise.all([look(), look(), look()]);
    expect(receiver.bodies).toHaveLength(1);
  });

  it('a database that is away is told to the log and to nobody else', async () => {
    const lines: string[] = [];
    await lookOnce({
      read: () => Promise.reject(new Error('数据库没有回应')),
      memory: createAlarmMemory(cms.payload),
      clock: createManualClock(new Date(noon.getTime() + 4_000_000_000)),
      ways: [createWebhookWay({ url: receiver.url, format: 'json' })],
      thresholds: { unknownMinutes: 30 },
      sender: { name: '', link: '' },
      log: (line) => lines.push(line),
    });
    expect(lines).toEqual(['查看告警出错：数据库没有回应，下一分钟再来。']);
    expect(receiver.bodies).toEqual([]);
  });

  it('with its database away, the absence itself is told once, and nothing else is called over', async () => {
    const away = () => Promise.reject(new Error('数据库没有回应'));
    let up = true;
    const inner = createAlarmMemory(cms.payload);
    const memory = steadyMemory({
      takeMinute: (now) => (up ? inner.takeMinute(now) : away()),
      read: (way) => (up ? inner.read(way) : away()),
      write: (way, told) => (up ? inner.write(way, told) : away()),
    });
    const clock = createManualClock(new Date(noon.getTime() + 9000 * 86_400_000));
    const database = {
      id: 'database',
      urgency: 'urgent' as const,
      title: '数据库没有回应',
      what: '数据库没有回应。',
      advice: '请看数据库。',
      measure: 1,
    };
    const look = () =>
      lookOnce({
        read: () => (up ? Promise.resolve(facts({ gauges: { dead: 1 } })) : away()),
        health: async () => (up ? [] : [database]),
        memory,
        ways: [createWebhookWay({ url: receiver.url, format: 'json' })],
        thresholds: { unknownMinutes: 30 },
        sender: { name: '示例', link: 'http://localhost' },
        clock,
        log: () => undefined,
      });
    await look();
    up = false;
    for (let i = 0; i < 3; i += 1) {
      clock.advanceTo(new Date(clock.now().getTime() + 60_000));
      await look();
    }
    const told = receiver.bodies.map((body) =>
      (body as { alarms: { kind: string; id: string }[] }).alarms.map(({ id, kind }) => `${kind} ${id}`),
    );
    expect(told).toEqual([['begin dead'], ['begin database']]);
  });

  it('with nothing configured nobody is called and nothing is read', async () => {
    let reads = 0;
    const clock = createManualClock(noon, { stepped: true });
    const stop = startWatch({
      read: async () => {
        reads += 1;
        return facts();
      },
      memory: createAlarmMemory(cms.payload),
      ways: waysOf(readSettings({ SMTP_URL: office.url, MAIL_FROM: 'a@example.gov.cn' })),
      clock,
      thresholds: { unknownMinutes: 30 },
      sender: { name: '', link: '' },
      log: () => undefined,
    });
    clock.advance(600_000);
    await stop();
    expect(reads).toBe(0);
  });
});

describe('group robots', () => {
  const message = messageOf(
    advance(
      {},
      judge(facts({ gauges: { dead: 1 }, overbooked: ['微信在 2026 年 7 月排了 6 条。'.repeat(200)] }), {
        unknownMinutes: 30,
      }),
      noon,
    ).notices,
    { name: '诚信广元', link: 'x' },
  );

  it.each(['wecom', 'dingtalk'] as const)('%s gets its text message, cut at whole characters', async (format) => {
    await createWebhookWay({ url: receiver.url, format }).send(message);
    const body = receiver.bodies[0] as { msgtype: string; text: { content: string } };
    expect(Object.keys(body)).toEqual(['msgtype', 'text']);
    expect(body.text.content).toMatch(/^【诚信广元】告警：推送等人工等 2 项\n\n【告警】推送等人工[^\ufffd]*…$/);
    expect(Buffer.byteLength(body.text.content)).toBeLessThanOrEqual(2000);
  });

  it('a refusal with status 200 counts as not told', async () => {
    const way = createWebhookWay({ url: receiver.url, format: 'wecom' });
    receiver.answer = [200, '{"errcode":93000,"errmsg":"invalid webhook url"}'];
    await expect(way.send(message)).rejects.toThrow('群机器人没有接受：{"errcode":93000');
    receiver.answer = [502, ''];
    await expect(way.send(message)).rejects.toThrow('状态码 502');
  });
});
