import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../testing/release.ts';
import { validateCommunity } from '../community/validate.ts';
import { validatePress } from '../press/validate.ts';
import { validateWechat } from '../wechat/validate.ts';
import { validateWeibo } from '../weibo/validate.ts';
import { findForeignWords } from './foreign-words.ts';

const of = (summary: string, own: string[] = []) =>
  findForeignWords({ title: '题', summary }, own).map(({ message }) => message);

it.each([
  ['详见 https://t.example.com/abc?x=1。', 'https://t.example.com/abc?x=1'],
  ['登录www.example.org查看', 'www.example.org'],
  ['打开 t.cn/A6xyz 领取', 't.cn/A6xyz'],
  ['全角的ｈｔｔｐ：／／ｅｘａｍｐｌｅ．ｃｏｍ也算', 'http://example.com'],
])('%s holds a foreign address', (summary, found) =>
  expect(of(summary)).toEqual([expect.stringContaining(`“${found}”`)]),
);

it.each(['转发@示例用户 抽奖', '＠someone_1 请看'])('%s calls somebody', (summary) =>
  expect(of(summary)).toEqual([expect.stringMatching(/“@(示例用户|someone_1)”/)]),
);

it.each(['联系 desk@cx.example.cn', '第3.15条', '信用.中国', '比例1.5:1', 'A.B公司', '普通的摘要，没有网址。'])(
  '%s is nothing of the kind',
  (summary) => expect(of(summary)).toEqual([]),
);

it("the city's own addresses are not foreign, what only looks like them is", () => {
  expect(of('详见 https://cx.example.gov.cn/s/1 。', ['example.gov.cn'])).toEqual([]);
  expect(of('详见 https://cx.example.gov.cn.evil.com/s/1 。', ['example.gov.cn'])).toHaveLength(1);
});

describe('every push warns', () => {
  const release = sampleRelease({ summary: '扫码进 http://other.example.com/x ，或@示例 。' });
  it.each([
    ['weibo', validateWeibo(release)],
    ['wechat', validateWechat(release, true)],
    ['press', validatePress(release)],
    ['community', validateCommunity(release, '示例', '示例')],
  ])('%s', (_, findings) => {
    expect(
      findings.filter(({ field, level }) => field === 'summary' && level === 'warn').map(({ message }) => message),
    ).toEqual(expect.arrayContaining([expect.stringContaining('other.example.com'), expect.stringContaining('@示例')]));
  });
});
