import { describe, expect, it, test } from 'vitest';
import type { WithdrawJob } from '../channel.ts';
import { seeded } from '../testing/random.ts';
import { sampleRelease } from '../testing/release.ts';
import { breathLimit, breaths } from './breaths.ts';
import { broadcast, broadcastText, duration } from './broadcast.ts';
import { excerpt, paragraphsOf, sentencesOf } from './excerpt.ts';
import { correctionNotice, takedown } from './notice.ts';
import { chineseDate, kindName, posterPicture, shownAddress, type PackSource } from './source.ts';
import { readNumber } from './spoken-number.ts';
import { spoken } from './spoken.ts';
import { validateCommunity } from './validate.ts';
import { footnote, printedWords, screenNote } from './words.ts';

const source = (change: Parameters<typeof sampleRelease>[0] = {}): PackSource => ({
  release: sampleRelease(change),
  link: 'https://cx.example.gov.cn/s/123?d=d1#x',
  masthead: '诚信广元',
  issuer: '编辑部（示例）',
  picture: null,
});

/** Reads a spoken number back, by the grammar of numerals and not by the code that made it. */
function heard(text: string): number {
  const digit = (sign: string): number => '零一二三四五六七八九'.indexOf(sign);
  let [total, section, one] = [0n, 0n, 0n];
  for (const sign of text) {
    const unit = { 十: 10n, 百: 100n, 千: 1000n }[sign];
    if (unit) [section, one] = [section + (one || 1n) * unit, 0n];
    else if (sign === '万') [total, section, one] = [total + (section + one) * 10_000n, 0n, 0n];
    else if (sign === '亿') [total, section, one] = [(total + section + one) * 100_000_000n, 0n, 0n];
    else one = BigInt(digit(sign));
  }
  return Number(total + section + one);
}

test('数念出来，照规矩听回去，还是那个数', () => {
  const next = seeded(5);
  for (let n = 0; n < 4_000; n += 1) {
    // Zeros in all places are where reading goes wrong.
    const number = Number(
      [...String(Math.floor(next() * 10 ** (1 + Math.floor(next() * 12))))]
        .map((d, i) => (i > 0 && next() < 0.5 ? '0' : d))
        .join(''),
    );
    const said = readNumber(String(number));
    expect(heard(said), `${number} ${said}`).toBe(number);
    expect(said).not.toMatch(
      /零零|零$|零[万亿]|undefined/u.test('零') && number === 0 ? /undefined/ : /零零|.零$|零[万亿]|undefined/u,
    );
  }
});

test('任何稿子都念得出来：没有数字、网址和邮箱，别的字一个不少', () => {
  const bits = [
    '3月15日',
    '2027年',
    '12.5%',
    '8,000元',
    '13800000000',
    '登录www.example.cn/a查中',
    'a@b.example',
    '9:05',
    '1/3',
    '0839-1234567',
    '中',
    '，',
    '《',
    '》',
    '\n',
    '第',
    '2',
    '个',
    '—',
    '～',
    '·',
    '㎡',
  ];
  const next = seeded(9);
  for (let n = 0; n < 1_500; n += 1) {
    const text = Array.from({ length: 1 + Math.floor(next() * 12) }, () => bits[Math.floor(next() * bits.length)]).join(
      '甲',
    );
    const said = spoken(text);
    expect(said, text).not.toMatch(/[0-9%㎡]|undefined|NaN/);
    for (const sign of ['中', '甲', '查']) expect(said.split(sign).length, text).toBe(text.split(sign).length);
    for (const line of breaths(said)) expect([...line].length).toBeLessThanOrEqual(breathLimit);
  }
});

describe('广播稿', () => {
  it('有序列表念第几，接着说的一段不再念；图片不念', () => {
    const { paragraphs } = broadcast(
      source({
        html: '<ol><li><p>带身份证</p><p>复印件也行</p></li><li>填表</li></ol><p><img data-media="a" alt="图"></p>',
      }),
    );
    expect(paragraphs.slice(1, 4).map((lines) => lines.join(''))).toEqual([
      '第一，带身份证。',
      '复印件也行。',
      '第二，填表。',
    ]);
    expect(paragraphs).toHaveLength(6);
  });
  it('没有摘要就念题目，没有句号的补上，有的不补', () => {
    const key = (change: object) => broadcast(source(change)).paragraphs.at(-2)?.join('');
    expect(key({ summary: '', title: '说话算数！' })).toBe('请记住这一句话：说话算数。再说一遍：说话算数。');
    expect(key({ summary: '讲信用？讲。' })).toBe('请记住这一句话：讲信用？再说一遍：讲信用？');
    expect(key({ summary: '他说“讲”' })).toBe('请记住这一句话：他说“讲”。再说一遍：他说“讲”。');
  });
  it('提示和正文分得开，时长像人说的', () => {
    expect([0, 59, 60, 61, 120, 3_600].map(duration)).toEqual(['0秒', '59秒', '1分钟', '1分1秒', '2分钟', '60分钟']);
    const text = broadcastText(broadcast(source()));
    expect(text).toMatch(
      /^广播稿　还了三十年的一笔账（示例）\n\n【播音提示，不念】\n1\. 时长：约\d+秒到\d+秒（\d+字，每分钟180到200字）。/,
    );
    expect(text.endsWith('【完】')).toBe(true);
    expect(text).toContain('接到撤下通知，立即停播，并删去本稿。');
  });
});

describe('节选', () => {
  const each = (text: string) => [text];
  const upTo = (n: number) => (paragraphs: string[][]) => paragraphs.flat().join('').length <= n;
  it('整段地取；连第一段都放不下，取它的头几句；一句也放不下，就不取', () => {
    expect(excerpt(['一二三。', '四五六。', '七'], each, upTo(8))).toEqual([['一二三。'], ['四五六。']]);
    expect(excerpt(['一二。三四。五六。', '七'], each, upTo(7))).toEqual([['一二。三四。']]);
    expect(excerpt(['一二三四五六七八。'], each, upTo(5))).toEqual([]);
    expect(excerpt([], each, upTo(5))).toEqual([]);
  });
  it('说了“如下：”而下面放不下的，连这一句也不要；只有这一句的留着', () => {
    expect(excerpt(['开头。', '做法如下：', '很长很长很长很长的做法'], each, upTo(9))).toEqual([['开头。']]);
    expect(excerpt(['做法如下：', '很长很长很长很长的做法'], each, upTo(9))).toEqual([['做法如下：']]);
  });
  it('引号跟着它那一句；开头到第一个小标题或表格为止', () => {
    expect(sentencesOf('他说：“欠的要还。”对；是的！没有句号')).toEqual([
      '他说：“欠的要还。”',
      '对；',
      '是的！',
      '没有句号',
    ]);
    expect(paragraphsOf(sampleRelease({ html: '<p>甲<br>乙</p><ol><li>丙</li></ol><h2>题</h2><p>丁</p>' }))).toEqual([
      '甲乙',
      '1. 丙',
    ]);
    expect(
      paragraphsOf(sampleRelease({ html: '<p>甲</p><table><tr><td>一</td><td>二</td></tr></table><p>丁</p>' })),
    ).toEqual(['甲']);
    expect(paragraphsOf(sampleRelease({ html: '', text: '甲\n\n \n\n乙' }))).toEqual(['甲', '乙']);
  });
});

describe('给村里的通知', () => {
  const config = {
    masthead: '诚信广元',
    issuer: '编辑部（示例）',
    contact: { desk: '宣传组（示例）', phone: '0839-0000000' },
  } as Parameters<typeof takedown>[0];
  const job = (change: Partial<WithdrawJob> = {}) =>
    ({
      release: sampleRelease({ title: ' 一笔账 ' }),
      link: 'https://cx.example.gov.cn/s/123?d=d1',
      reason: '因事实有误。',
      deadline: '2027-03-18',
      ...change,
    }) as WithdrawJob;
  const now = new Date('2027-03-15T16:00:00Z');
  it('撤下：哪一张、为什么、哪天前、找谁；没有期限就是马上', () => {
    const notice = takedown(config, job(), now);
    expect(notice).toMatchObject({
      name: '撤下通知',
      ends: true,
      about: '《一笔账》（第1版，2027年3月10日签发）',
      why: '因事实有误，这份宣传材料停止使用。',
    });
    expect(notice.steps.at(-1)).toBe('2027年3月18日前办完，把办理情况告诉下面的联系人。');
    expect(notice.tail).toEqual([
      '网页：cx.example.gov.cn/s/123',
      '联系：宣传组（示例）　电话：0839-0000000',
      '编辑部（示例）　2027年3月16日',
    ]);
    expect(takedown(config, job({ deadline: null }), now).steps.at(-1)).toBe(
      '收到后立即办完，把办理情况告诉下面的联系人。',
    );
  });
  it('更正：原来怎么写，应当怎么写，不盖作废的印', () => {
    expect(correctionNotice(config, job(), now, { wrong: '三十年', right: '十三年' })).toMatchObject({
      name: '更正通知',
      ends: false,
      why: '因事实有误，有一处需要更正。原文：“三十年”。应为：“十三年”。',
    });
  });
});

it('纸上写明第几版、哪天有更正、有没有正在更正的', () => {
  const corrections = [
    { date: '2027-03-11', was: '', now: '', note: '' },
    { date: '2027-03-12', was: '', now: '', note: '' },
  ];
  expect(footnote(source())).toBe('第1版。更正与撤回以网页为准；扫码看到“已撤回”的，请撕下本海报。');
  expect(footnote(source({ version: 2, corrections, correcting: 1 }))).toContain(
    '第2版，2027年3月12日有更正，有内容正在更正。',
  );
  expect(screenNote({ version: 2, correcting: 2 })).toBe(
    '第2版，有内容正在更正。更正与撤回以网页为准，接到撤下通知请立即停播。',
  );
});

it('要印的每一个字都在字盒里', () => {
  const one = source({
    title: '甲𠮷',
    summary: '乙',
    html: '<p>丙</p>',
    text: '丁',
    cover: { ...sampleRelease().cover!, caption: '戊' },
  });
  for (const sign of `甲𠮷乙丙丁戊诚信广元编辑部扫一扫图片由人工智能生成0123456789${footnote(one)}${screenNote(one.release)}${chineseDate(one.release.signedAt)}`)
    expect(printedWords(one)).toContain(sign);
});

it('小处：没听过的种类、没有封面、网址给人抄写、日期按北京时间', () => {
  expect([kindName(sampleRelease({ kind: 'case' })), kindName(sampleRelease({ kind: 'x' }))]).toEqual([
    '以案说信',
    '诚信宣传',
  ]);
  expect([
    posterPicture(sampleRelease({ cover: null }))?.id,
    posterPicture(sampleRelease({ cover: null, images: [] })),
  ]).toEqual(['img1', null]);
  expect([shownAddress('https://a.example/s/1?d=1#x'), shownAddress('http://a.example/')]).toEqual([
    'a.example/s/1',
    'a.example/',
  ]);
  expect(chineseDate('2027-12-31T16:00:00Z')).toBe('2028年1月1日');
});

it('不能上墙的，说清为什么；太长的，说清念多久', () => {
  const says = (change: Parameters<typeof sampleRelease>[0]) =>
    validateCommunity(sampleRelease(change), '诚信广元', '编辑部').map(({ message }) => message);
  expect(says({ title: '' })).toContain('海报要有标题：请填写标题。');
  expect(says({ title: '题'.repeat(32) })).toEqual([]);
  expect(says({ title: '题'.repeat(101) })).toEqual(['标题有101字，海报上放不下：请缩短到32字以内。']);
  expect(says({ text: ' \n' })).toEqual(['正文是空的，做不成大字版和广播稿：请填写正文。']);
  expect(says({ html: `<p>${'一句话有十个字这么长。'.repeat(110)}</p>` })[0]).toMatch(
    /^广播稿要念约\d+分\d*秒?，超过5分钟：请写得短些，或请村里分两次播。$|^广播稿要念约\d+分钟，/,
  );
  expect(says({ named: ['示例商贸'] })).toEqual(['指名的案例不能印出去：印了就收不回，请改用匿名的写法。']);
});
