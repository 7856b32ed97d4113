import { describe, expect, it, test } from 'vitest';
import type { SendJob, WithdrawJob } from '../channel.ts';
import { sampleRelease } from '../testing/release.ts';
import { configFor, embargoInstant, embargoWords, pressConfig } from './config.ts';
import { noticeLetter, storyLetter } from './letter.ts';
import { canceledNinjs, storyNinjs } from './ninjs.ts';
import { correctionNotice, noticeFiles, printedCorrection, retraction } from './notice.ts';
import { receiptExpiry } from './receipt/expiry.ts';
import { readReceipt, receiptKey, receiptLink } from './receipt/link.ts';
import { validatePress } from './validate.ts';

const config = pressConfig({
  id: 'press',
  name: '广元日报',
  outlet: '广元日报（示例）',
  dir: '/tmp/press',
  contact: { desk: '值班编辑（示例）', phone: '0839-0000000', email: 'desk@x.example' },
});
const link = 'https://cx.example.gov.cn/s/123?d=d1';
const job = (change = {}) => ({ deliveryId: 'd1', release: sampleRelease(change), link }) as unknown as SendJob;
const withdrawal = (change: Partial<WithdrawJob> = {}) =>
  ({
    ...job(),
    reason: '事实有误，已经核实。',
    deadline: '2027-03-18',
    externalId: null,
    url: null,
    ...change,
  }) as WithdrawJob;
const parts = (change: Partial<WithdrawJob> = {}, more = {}) => ({
  config,
  job: withdrawal(change),
  now: new Date('2027-03-15T23:59:00+08:00'),
  pack: null,
  receipt: null,
  ...more,
});
const read = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>;

describe('刊发时间', () => {
  test.each([
    [null, '无，收到即可刊发'],
    ['2027-03-14T16:00:00Z', '不得早于 2027-03-15 00:00 刊发'],
    ['3月15日零时后可刊发', '3月15日零时后可刊发'],
    ['2027-03-15', '2027-03-15'],
    ['2027-02-30T00:00:00Z', '2027-02-30T00:00:00Z'],
  ])('%s：%s', (embargo, words) => expect(embargoWords(embargo)).toBe(words));
  it('签发时写明的先于报社自己的', () => {
    const own = { ...config, embargo: '周五后' };
    expect([
      configFor(own, { embargo: '2027-03-15T00:00:00+08:00' }).embargo,
      configFor(own, {}).embargo,
      configFor(own, { embargo: null }).embargo,
    ]).toEqual(['2027-03-15T00:00:00+08:00', '周五后', '周五后']);
  });
  it('机器能懂的写成时刻，只有人能懂的先扣住，没有要求的就能用', () => {
    const of = (embargo: string | null) =>
      read(storyNinjs({ release: sampleRelease(), link, config: { ...config, embargo } }));
    expect(of(null)).toMatchObject({ pubStatus: 'usable' });
    expect(of(null)).not.toHaveProperty('edNote');
    expect(of('2027-03-15T00:00:00+08:00')).toMatchObject({
      pubStatus: 'usable',
      embargoedUntil: '2027-03-14T16:00:00.000Z',
      edNote: '刊发时间要求：不得早于 2027-03-15 00:00 刊发。',
    });
    expect(of('周五后')).toMatchObject({ pubStatus: 'withheld', edNote: '刊发时间要求：周五后。' });
    expect(embargoInstant('周五后')).toBeNull();
  });
});

it('给机器的稿件：各家同一个编号，撤稿说明为什么，没有作者就不写', () => {
  const other = read(
    storyNinjs({ release: sampleRelease({ author: '', version: 3 }), link: link.replace('d1', 'd2'), config }),
  );
  expect(other).toMatchObject({ uri: 'https://cx.example.gov.cn/s/123', version: '3' });
  expect(other).not.toHaveProperty('by');
  expect(read(canceledNinjs({ release: sampleRelease(), link, config }, '事实有误'))).toMatchObject({
    pubStatus: 'canceled',
    edNote: '事实有误',
  });
  expect(() => storyNinjs({ release: sampleRelease({ title: '' }), link, config })).toThrow();
});

it('供稿信：更正稿说替换哪版，没有图片、没有回执地址的照实说', () => {
  const letter = storyLetter({
    config: { ...config, page: '第三版' },
    job: job({ version: 2 }),
    pictures: 2,
    receipt: 'https://x.example/r',
  });
  for (const line of [
    '广元日报（示例）：',
    '这是更正稿，请以本版（第 2 版）替换此前各版。',
    '拟用版面：第三版。',
    '原图 2 张。',
    'https://x.example/r',
    '供稿编号：d1',
  ])
    expect(letter).toContain(line);
  const plain = storyLetter({ config, job: job(), pictures: 0, receipt: null });
  expect(plain).toContain('图片说明（本稿没有图片）。');
  expect(plain).not.toMatch(/更正稿|回执：|拟用版面/);
});

describe('撤稿和更正', () => {
  it('撤稿通知：什么稿、为什么、哪天前、已经印了怎么办', () => {
    const { name, paragraphs } = retraction(parts({}, { pack: '2027-03-10-s123', receipt: 'https://x.example/r' }));
    expect(name).toBe('撤稿通知');
    for (const line of [
      '稿件：《还了三十年的一笔账（示例）》（第 1 版，示例编辑，诚信广元编辑部（示例））',
      '供稿包：2027-03-10-s123',
      '因事实有误，已经核实，现请撤回上述稿件，不再刊发、播出、转载。',
      '通知日期：2027-03-15',
      '办结后请打开这个网址，按“我已收到并处理”回执：https://x.example/r',
    ])
      expect(paragraphs).toContain(line);
    expect(paragraphs.join('\n')).toContain('请于 2027-03-18 前办结');
    expect(retraction(parts({ deadline: null })).paragraphs.join('\n')).toContain('请收到后立即办结');
  });
  test.each([
    ['因事实有误。', '因事实有误，上述'],
    ['事实有误！！', '因事实有误，上述'],
    ['  因 材料不实；', '因 材料不实，上述'],
    ['当事人（某）提出。', '因当事人（某）提出，上述'],
  ])('原因“%s”接得上句子', (reason, words) => {
    expect(correctionNotice(parts({ reason }), { wrong: '甲', right: '乙' }).paragraphs.join('\n')).toContain(words);
  });
  it('更正启事：撤回和更正各有一种说法，都不替报社编事实', () => {
    const text = (correction: Parameters<typeof printedCorrection>[1]) =>
      Buffer.from(printedCorrection(withdrawal(), correction).bytes).toString('utf8');
    expect(text({ wrong: '三十年', right: '十三年' })).toContain('“三十年”应为“十三年”，特此更正，并向读者致歉。');
    expect(text(null)).toContain('供稿单位已经撤回，请读者不再引用、转载');
  });
  it('信里和文件里是同样的话', async () => {
    const notice = retraction(parts());
    const [, plain] = await noticeFiles(notice);
    expect(Buffer.from(plain!.bytes).toString('utf8').replace(/\r\n/g, '\n').slice(1)).toBe(
      `${noticeLetter(notice)}\n`,
    );
  });
});

describe('回执的网址', () => {
  const key = receiptKey('a secret of the test');
  const now = new Date('2027-03-15T09:00:00+08:00');
  const of = (claim = {}) =>
    new URL(
      receiptLink(
        { siteUrl: 'https://x.example', key },
        { deliveryId: 'd1', notice: '撤稿', expires: new Date('2027-04-01T00:00:00Z'), ...claim },
      ),
    );
  it('改动任何一个字符都不再算数', () => {
    const { search } = of();
    const params = new URLSearchParams(search);
    for (const name of ['d', 'n', 'e', 's']) {
      const value = params.get(name) ?? '';
      for (let at = 0; at < value.length; at += 1) {
        const changed = new URLSearchParams(search);
        changed.set(name, value.slice(0, at) + (value[at] === '1' ? '2' : '1') + value.slice(at + 1));
        expect(readReceipt(changed, key, now), `${name} ${at}`).toMatchObject({ status: 403 });
      }
    }
    expect(readReceipt(params, key, now)).toMatchObject({ claim: { deliveryId: 'd1', notice: '撤稿' } });
  });
  it('到期那一秒起不算，前一秒还算', () => {
    expect(readReceipt(of().searchParams, key, new Date('2027-03-31T23:59:59Z'))).toHaveProperty('claim');
    expect(readReceipt(of().searchParams, key, new Date('2027-04-01T00:00:00Z'))).toMatchObject({
      status: 410,
      error: '回执链接已过期：请打来信上的电话回执。',
    });
  });
  test.each([
    ['d', ''],
    ['d', 'x'.repeat(101)],
    ['e', '1e9'],
    ['e', '-1'],
    ['e', ''],
    ['s', 'x'],
    ['n', ''],
    ['n', 'x'.repeat(41)],
  ])('%s=%s：不完整', (name, value) => {
    const params = new URLSearchParams(of().search);
    params.set(name, value);
    expect(readReceipt(params, key, now)).toMatchObject({
      status: 400,
      error: '回执链接不完整：请从来信里完整复制网址，或直接回电话。',
    });
  });
  it('期限之后再留一个月，没有期限的留九十天，期限早过的从今天算', () => {
    const day = 24 * 3_600_000;
    expect(receiptExpiry(now, null).getTime() - now.getTime()).toBe(90 * day);
    expect(receiptExpiry(now, '2027-03-18').toISOString()).toBe('2027-04-17T15:59:59.999Z');
    expect(receiptExpiry(now, '2020-01-01').getTime() - now.getTime()).toBe(30 * day);
  });
});

it('缺什么说什么：标题、正文、每一张没有图说的图片；指名的不印', () => {
  const bare = sampleRelease({
    title: ' ',
    text: '\n',
    images: [{ ...sampleRelease().images[0]!, caption: ' ', fileName: '甲.jpg' }],
  });
  expect(validatePress(bare).map(({ level, message }) => `${level} ${message}`)).toEqual([
    'block 供稿要有标题：请填写标题。',
    'block 正文是空的，不能供稿：请填写正文。',
    'warn 图片“甲.jpg”没有图说，报社要用：请写明时间、地点、人物。',
  ]);
  expect(validatePress(sampleRelease({ named: ['示例商贸有限公司'] })).map(({ level }) => level)).toEqual(['block']);
});
