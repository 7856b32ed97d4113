import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channelConformance } from '../../conformance.ts';
import { jpeg, sampleAssets } from '../../testing/assets.ts';
import { Copy } from '../../testing/copy.ts';
import { sampleRelease } from '../../testing/release.ts';
import { testClock } from '../../testing/test-clock.ts';
import { receiptKey } from '../receipt/link.ts';
import { createPressChannel } from '../press-channel.ts';
import { startSmtp } from '../testing/smtp-server.ts';

async function start() {
  const clock = testClock('2027-03-15T09:00:00+08:00');
  const dir = await mkdtemp(join(tmpdir(), 'smtp-'));
  const server = await startSmtp();
  const open = (embargo: string | null = null, size = 2_000) =>
    createPressChannel(
      {
        id: 'press',
        name: '广元日报',
        outlet: '广元日报（示例）',
        dir,
        embargo,
        contact: { desk: '诚信广元编辑部（示例）', phone: '0839-0000000', email: 'cx@city.example' },
        deliver: { by: 'smtp', to: 'desk@press.example' },
      },
      { clock, assets: sampleAssets(() => ({ bytes: jpeg(size) })) },
      {
        smtp: { url: server.url, from: '诚信广元 <cx@city.example>' },
        receipts: { siteUrl: 'https://cx.example.gov.cn', key: receiptKey('a secret of the test') },
      },
    );
  const close = async () => {
    await server.close();
    await rm(dir, { recursive: true });
  };
  return { clock, server, open, close };
}

/** The delivery that a letter is about stands in its text. */
const ids = (mails: { text?: string; subject?: string }[]) =>
  mails.map(({ text, subject }) => ({
    id: /供稿编号：(\S+)/.exec(text ?? '')?.[1] ?? null,
    notice: subject?.startsWith('【撤稿通知】') ?? false,
  }));

channelConformance('供稿（邮件）', async () => {
  const { clock, server, open, close } = await start();
  return {
    clock,
    open: () => open(),
    close,
    blind: true,
    cut: (_path, mode) => server.cut('RCPT', mode),
    copies: async () =>
      ids(server.mails)
        .filter(({ notice }) => !notice)
        .map(({ id }) => id),
    withdrawal: {
      ends: 'notified',
      byMachine: true,
      mutations: ['RCPT'],
      effects: async () =>
        ids(server.mails)
          .filter(({ notice }) => notice)
          .map(({ id }) => id),
    },
  };
}, ['RCPT']);

describe('供稿（邮件）', () => {
  let bench: Awaited<ReturnType<typeof start>>;
  beforeEach(async () => void (bench = await start()));
  afterEach(() => bench.close());
  const copy = (change = {}) => new Copy(bench.clock, 'd1', sampleRelease(change));

  test('编辑看到的：一稿一信，题目、要求、联系人、回执都在信里，Word、TXT、原图是附件', async () => {
    expect(await copy().run(() => bench.open('2027-03-16T00:00:00+08:00'))).toMatchObject({
      kind: 'confirmed',
      externalId: '<ZDE@city.example>',
    });
    expect(bench.server.mails).toHaveLength(1);
    const [mail] = bench.server.mails;
    expect(mail).toMatchObject({
      subject: '【供稿·不得早于 2027-03-16 00:00 刊发】还了三十年的一笔账（示例）',
      messageId: '<ZDE@city.example>',
      date: '2027-03-15T01:00:00.000Z',
      from: { name: '诚信广元', address: 'cx@city.example' },
      to: [{ address: 'desk@press.example' }],
    });
    for (const part of [
      '广元日报（示例）：',
      '不得早于 2027-03-16 00:00 刊发',
      '原图 2 张',
      '供稿编号：d1',
      '电话 0839-0000000',
      'https://cx.example.gov.cn/hooks/press/receipt?d=d1&',
    ])
      expect(mail?.text).toContain(part);
    expect(mail?.attachments.map((a) => `${a.filename} ${a.mimeType}`)).toEqual([
      '稿件.docx application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      '稿件.txt text/plain',
      '图片说明.txt text/plain',
      '审签单.txt text/plain',
      '01-cover1-现场.jpg image/jpeg',
      '02-img1-现场.jpg image/jpeg',
    ]);
    const word = mail?.attachments[0]?.content as ArrayBuffer;
    expect(strFromU8(unzipSync(new Uint8Array(word))['word/document.xml'] ?? new Uint8Array())).toContain(
      '欠的钱，一分也要还。',
    );
    expect(new Uint8Array(mail?.attachments[4]?.content as ArrayBuffer)).toEqual(jpeg());
  });

  test('收下后断线：未知，不重寄；问过人以后，人登记重新发送才再寄，编号相同', async () => {
    const one = copy();
    bench.server.cut('DATA', 'drop-after');
    expect(await one.step(bench.open())).toMatchObject({
      kind: 'unknown',
      note: expect.stringContaining('不知是否寄到'),
    });
    expect(await one.run(() => bench.open())).toMatchObject({
      kind: 'blocked',
      note: expect.stringMatching(/打电话.*重新发送/),
    });
    expect(await bench.open().look(one.job())).toMatchObject({ kind: 'blocked' });
    expect(bench.server.mails).toHaveLength(1);
    one.next = 'send';
    expect(await one.run(() => bench.open())).toMatchObject({ kind: 'confirmed' });
    expect(bench.server.mails.map((m) => m.messageId)).toEqual(['<ZDE@city.example>', '<ZDE@city.example>']);
  });

  test('正文还没交完就断线：肯定没有寄出，稍后自动再寄，只有一封', async () => {
    bench.server.cut('DATA', 'drop-before');
    // Larger than what fits between two sockets, so that the message cannot have been handed over whole.
    const outcome = await copy().run(() => bench.open(null, 6_000_000));
    expect(outcome).toMatchObject({ kind: 'confirmed' });
    expect(bench.server.mails).toHaveLength(1);
  });

  test.each([
    ['RCPT', 550, 'blocked', '发信服务器不收'],
    ['DATA', 552, 'blocked', '发信服务器不收'],
    ['RCPT', 450, 'retry', '稍后再寄'],
    ['DATA', 451, 'retry', '稍后再寄'],
  ] as const)('%s 回答 %i：没有寄出，%s', async (at, code, kind, words) => {
    bench.server.cut(at, { refuse: code });
    const one = copy();
    expect(await one.step(bench.open())).toMatchObject({ kind, note: expect.stringContaining(words) });
    one.next = 'send';
    expect(await one.run(() => bench.open())).toMatchObject({ kind: 'confirmed' });
    expect(bench.server.mails).toHaveLength(1);
  });

  test('附件太大：不寄，说明怎么办', async () => {
    expect(await copy().run(() => bench.open(null, 12 * 1024 * 1024))).toMatchObject({
      kind: 'blocked',
      note: expect.stringContaining('25 MB'),
    });
    expect(bench.server.mails).toEqual([]);
  });

  test('撤稿通知：期限和回执在信里，通知是附件', async () => {
    const one = copy();
    await one.run(() => bench.open());
    expect(await one.withdraw(() => bench.open())).toMatchObject({
      kind: 'notified',
      note: expect.stringContaining('尚无回执'),
    });
    const notice = bench.server.mails[1];
    expect(notice).toMatchObject({ subject: '【撤稿通知】还了三十年的一笔账（示例）' });
    for (const part of ['请于 2027-03-18 前办结', '我已收到并处理', 'n=%E6%92%A4%E7%A8%BF'])
      expect(notice?.text).toContain(part);
    expect(notice?.attachments.map((a) => a.filename)).toEqual(['撤稿通知.docx', '撤稿通知.txt', '更正启事.txt']);
  });

  test('通知收下后断线：请人打电话，再撤也不再寄', async () => {
    const one = copy();
    await one.run(() => bench.open());
    bench.server.cut('DATA', 'drop-after');
    const first = await one.withdraw(() => bench.open());
    expect(first).toMatchObject({ kind: 'needs-person', steps: expect.stringMatching(/打电话.*登记/) });
    expect(await one.withdraw(() => bench.open())).toEqual(first);
    expect(bench.server.mails).toHaveLength(2);
  });
});
