import { describe, expect, it } from 'vitest';
import { nameWords } from './name-words.ts';

const names = (text: string) => nameWords(text).names.map(({ isKnown, name }) => `${name}${isKnown ? ' (known)' : ''}`);

it.each<[string, string[]]>([
  ['何发奎欠款', ['何发奎']],
  ['陶红梅卖菜', ['陶红梅']],
  ['诸葛海明欠款', ['诸葛海明']],
  ['植雨欣获奖', ['植雨欣']],
  ['张居正改革', ['张居正 (known)']],
  ['章子怡演戏', ['章子怡 (known)']],
])('%s: only a name can be that', (text, found) => expect(names(text)).toEqual(found));

it.each([
  '雷同的论文',
  '顾客投诉',
  '还收钱',
  '全转走了',
  '钱付清',
  '农产品',
  '行业主管部门',
  '毕竟是他',
  '何必呢',
  '万一出事',
  '',
])('%s holds words alone', (text) => expect(names(text)).toEqual([]));

it('each where it stands', () => {
  const text = '昨天何发奎和陶红梅来了';
  for (const { from, name, to } of nameWords(text).names) expect(text.slice(from, to)).toBe(name);
});

describe('where the dictionary lets a name stand', () => {
  const mayBe = (text: string, name: string) =>
    nameWords(text).mayBe(text.indexOf(name), text.indexOf(name) + name.length);
  it.each<[string, string, boolean]>([
    ['通报张伟欠债', '张伟', true],
    ['农产品滞销', '农产', false],
    ['钱付清了', '钱付', false],
    ['卖水果的何发奎', '何发奎', true],
  ])('%s: %s %s', (text, name, may) => expect(mayBe(text, name)).toBe(may));

  it('not over the beginning of a long word', () => {
    expect(nameWords('有限责任公司').isCut('有限责任公司'.indexOf('任'))).toBe(true);
    expect(nameWords('通报张伟欠债').isCut(2)).toBe(false);
  });
});
