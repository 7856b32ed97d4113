import { describe, expect, it } from 'vitest';
import { asides, decodeAddress } from './asides.ts';
import { seenLabels, tagLabels } from './tag-labels.ts';

const hidden = (source: string) => asides(source).map(({ kind, text }) => `${kind} ${text.trim()}`);

describe('what a text hides', () => {
  it.each<[string, string, string[]]>([
    ['a comment', '甲<!-- 张某的电话 -->乙', ['prose 张某的电话']],
    ['a comment over lines', '<!--\n一\n二\n-->', ['prose 一\n二']],
    ['two comments', '<!--一--><!--二-->', ['prose 一', 'prose 二']],
    ['words that are read aloud', '<img src="a.jpg" alt="三人合影">', ['prose img src="a.jpg" alt="三人合影"']],
    ['data for a machine', '<p data-id="510">甲</p>', ['machine p data-id="510"']],
    ['an address in brackets', '<tel:138>', ['machine tel:138']],
    ['a percent-coded address', '见 https://a.example/%E5%BC%A0%E4%BC%9F', ['machine https://a.example/张伟']],
    ['a code that is no letter is left', '优惠 50%ab 与 100%', []],
    ['escapes of JSON', '{"n":"\\u8001\\u8d56\\u540d"}', ['prose 老赖名']],
    ['words turned round', '<bdo dir="rtl">赖老</bdo>', ['machine bdo dir="rtl"', 'prose 老赖']],
  ])('%s', (_, source, found) => expect(hidden(source)).toEqual(found));

  it.each(['一句平常的话。', '1<2', '<b>粗</b>', '<!-- 没有关', '\\u8001 两个\\u8d56', '</p>'])(
    '%s hides nothing',
    (source) => expect(hidden(source)).toEqual([]),
  );

  it('each place is that of the whole thing', () => {
    const source = '前<!-- 注 -->中<a href="x">链</a> %E5%BC%A0 后';
    expect(asides(source).map(({ from, to }) => source.slice(from, to))).toEqual([
      '<!-- 注 -->',
      '<a href="x">',
      '%E5%BC%A0',
    ]);
  });

  it('a flood of signs that open nothing is read in one pass', () => {
    expect(asides('<!--'.repeat(20_000))).toEqual([]);
    expect(asides('<a '.repeat(20_000))).toEqual([]);
    expect(asides('%'.repeat(20_000))).toEqual([]);
  });
});

describe('an address as it is read', () => {
  it.each([
    ['%E5%B9%BF%E5%85%83', '广元'],
    ['a%20b', 'a b'],
    ['%E5%B9 断了', '%E5%B9 断了'],
    ['100%', '100%'],
    ['%e5%b9%bf%zz', '广%zz'],
  ])('%s', (coded, read) => expect(decodeAddress(coded)).toBe(read));
});

describe('what a tag says of its words', () => {
  const said = (source: string) => tagLabels(source).map(({ text }) => text);
  it.each<[string, string, string[]]>([
    ['in either quotation marks', `<a title="证号"><i aria-label='号码'>`, ['证号', '号码']],
    ['several at once', '<td data-label="姓名" title="户主">', ['姓名 户主']],
    ['with blanks around the sign', '<img alt = "合影">', ['合影']],
    ['not what it is called for programs', '<p class="title" id="alt">', []],
    ['not without quotation marks', '<p title=证号>', []],
    ['not outside a tag', 'title="证号"', []],
  ])('%s', (_, source, labels) => expect(said(source)).toEqual(labels));

  it('the public sees titles and alternative texts, and no data', () => {
    const source = '<p data-note="内部">甲</p><img alt="合影"><a title="说明">';
    expect(seenLabels(source)).toEqual([
      { from: source.indexOf('<img'), text: '合影' },
      { from: source.indexOf('<a '), text: '说明' },
    ]);
  });
});
