import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleAssets } from '../testing/assets.ts';
import { Copy } from '../testing/copy.ts';
import { testClock, type TestClock } from '../testing/test-clock.ts';
import { ninjsSchema } from './ninjs.ts';
import { createPressChannel } from './press-channel.ts';

let clock: TestClock;
let dir: string;
beforeEach(async () => {
  clock = testClock('2027-03-15T23:59:00+08:00');
  dir = await mkdtemp(join(tmpdir(), 'press-'));
});
afterEach(() => rm(dir, { recursive: true }));

const open = () =>
  createPressChannel(
    {
      id: 'press',
      name: '广元日报',
      outlet: '广元日报（示例）',
      dir,
      contact: { desk: '要闻编辑室（示例）', phone: '0839-0000000', email: 'desk@press.example' },
    },
    { clock, assets: sampleAssets() },
  );
const folders = async () => (await readdir(join(dir, 'press'))).toSorted();
const sent = async (id = 'd1') => {
  const copy = new Copy(clock, id);
  await copy.run(open);
  return copy;
};
const wordText = async (path: string) =>
  strFromU8(unzipSync(await readFile(path))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '\n');

test('撤稿通知：两种格式，写明哪篇、为何、期限、回执，并备好印刷用的更正启事', async () => {
  const copy = await sent();
  const outcome = await copy.withdraw(open);
  const folder = '2027-03-15-s123-v1-d1-撤稿';
  expect(outcome).toMatchObject({ kind: 'notified', reference: folder, note: expect.stringContaining('尚无回执') });
  const root = join(dir, 'press', folder);
  expect((await readdir(root)).toSorted()).toEqual(
    ['manifest.json', '撤稿.ninjs.json', '撤稿通知.docx', '撤稿通知.txt', '更正启事.txt'].toSorted(),
  );
  for (const text of [
    await readFile(join(root, '撤稿通知.txt'), 'utf8'),
    await wordText(join(root, '撤稿通知.docx')),
  ]) {
    for (const part of [
      '广元日报（示例）：',
      '还了三十年的一笔账',
      '因事实有误，已经核实，现请撤回',
      '请于 2027-03-18 前办结',
      '供稿包：2027-03-15-s123-v1-d1',
      '回执',
      '0839-0000000',
    ]) {
      expect(text).toContain(part);
    }
  }
  expect(await readFile(join(root, '更正启事.txt'), 'utf8')).toContain('已经撤回');
  expect(ninjsSchema.parse(JSON.parse(await readFile(join(root, '撤稿.ninjs.json'), 'utf8')))).toMatchObject({
    pubStatus: 'canceled',
    uri: 'https://cx.example.gov.cn/s/123',
    edNote: '撤稿：事实有误，已经核实。',
  });
});

test('没有定期限：收到后立即', async () => {
  const copy = await sent();
  await copy.withdraw(open, { deadline: null });
  expect(await readFile(join(dir, 'press', '2027-03-15-s123-v1-d1-撤稿', '撤稿通知.txt'), 'utf8')).toContain(
    '请收到后立即办结',
  );
});

test('写到一半被杀、过了零点：仍是同一个文件夹', async () => {
  const copy = await sent();
  copy.records = 0;
  copy.crash = { at: 1, when: 'after' };
  let lives = 0;
  const outcome = await copy.withdraw(() => {
    lives += 1;
    if (lives === 2) clock.advance(3_600_000);
    return open();
  });
  expect(lives).toBe(2);
  expect(outcome).toMatchObject({ reference: '2027-03-15-s123-v1-d1-撤稿' });
  expect(await folders()).toEqual(['2027-03-15-s123-v1-d1', '2027-03-15-s123-v1-d1-撤稿']);
});

test('对方已把供稿包取走，照样发通知；此后再发稿不会被通知挡住', async () => {
  const copy = await sent();
  await rename(join(dir, 'press', '2027-03-15-s123-v1-d1'), join(dir, '取走'));
  expect(await copy.withdraw(open)).toMatchObject({ kind: 'notified' });
  expect((await sent('d2')).outcomes.at(-1)).toMatchObject({ kind: 'confirmed' });
});

test('更正通知：原文与改后都在，同一更正只发一次，不同更正各发一次', async () => {
  const copy = await sent();
  const correct = async (wrong: string, right: string) => open().correct?.(copy.withdrawJob(), { wrong, right });
  const first = await correct('三十年', '二十年');
  expect(first).toMatchObject({ kind: 'notified', reference: expect.stringMatching(/-d1-更正-[0-9a-f]{8}$/) });
  expect(await correct('三十年', '二十年')).toEqual(first);
  await correct('一笔', '两笔');
  const notices = (await folders()).filter((name) => name.includes('更正'));
  expect(notices).toHaveLength(2);
  const root = join(dir, 'press', first?.kind === 'notified' ? first.reference : '');
  const text = await wordText(join(root, '更正通知.docx'));
  expect(text).toContain('原文：三十年');
  expect(text).toContain('应为：二十年');
  expect(await readFile(join(root, '更正启事.txt'), 'utf8')).toContain('“三十年”应为“二十年”，特此更正');
  expect(await new Copy(clock, 'd9').withdraw(open)).toMatchObject({ kind: 'already-gone' });
});

test('文件夹写不进：说清原因，稍后再试', async () => {
  const copy = await sent();
  const channel = createPressChannel(
    {
      id: 'press',
      name: '广元日报',
      outlet: '广元日报（示例）',
      dir: '/dev/null',
      contact: { desk: '示例', phone: '0', email: 'a@b.example' },
    },
    { clock, assets: sampleAssets() },
  );
  expect(await channel.withdraw(copy.withdrawJob())).toMatchObject({
    kind: 'retry',
    note: expect.stringContaining('写不进'),
  });
});
