import { expect, test } from 'vitest';
import { blocksOf, numberedText } from './blocks.ts';
import { deliveryIdOf } from './correlation.ts';
import { imageType } from './image-type.ts';
import { parseJson, rawJson } from './json.ts';
import { safeName } from './pack.ts';
import { codePoints, cut, hanziWeight } from './text-length.ts';

test('JSON 里没有任何 \\u 转义', () => {
  expect(rawJson({ a: '诚信\u0001\u2028\ud800“🎋”\n' })).toBe('{"a":"诚信\u2028\ufffd“🎋”\\n"}');
});

test('太长的整数编号按原文保留', () => {
  expect(parseJson('{"id":12345678901234567890,"n":1.5,"m":[7]}')).toEqual({
    id: '12345678901234567890',
    n: 1.5,
    m: [7],
  });
});

test('长度：字符与汉字', () => {
  expect(codePoints('a诚🎋')).toBe(3);
  expect(hanziWeight('aÿ诚🎋')).toBe(4);
  expect(cut('诚信广元', 4)).toBe('诚信广元');
  expect(cut('诚信🎋广元', 4)).toBe('诚信🎋…');
});

test('推送编号从链接里取，平台转义过也行', () => {
  expect(deliveryIdOf('https://x.example/s/1?a=1&amp;d=abc')).toBe('abc');
  expect(deliveryIdOf('https://x.example/s/1?a=1&#38;d=abc')).toBe('abc');
  expect(deliveryIdOf('https://x.example/s/1?d=a&copy=1')).toBe('a');
  expect(deliveryIdOf('https://x.example/s/1?x=&copy;&d=a')).toBe('a');
  expect(deliveryIdOf('https://x.example/s/1?dd=abc')).toBeNull();
  expect(deliveryIdOf('')).toBeNull();
  expect(deliveryIdOf('不是网址')).toBeNull();
});

test('图片种类看头几个字节', () => {
  expect(imageType(new Uint8Array([0xff, 0xd8, 0xff, 0xe1]))).toBe('jpeg');
  expect(imageType(new Uint8Array([0xff, 0xd8]))).toBeNull();
});

test('正文拆成段落，次序、种类和换行都在', () => {
  expect(
    blocksOf(
      '<h2>题 &amp; 目</h2><p>一<strong>二</strong><br>三<img data-media="a" alt="">四</p><ul><li><p>项</p></li></ul><blockquote><p>引</p></blockquote><table><tr><td>甲</td><td>乙</td></tr></table>',
    ),
  ).toEqual([
    { kind: 'heading', level: 2, text: '题 & 目' },
    { kind: 'paragraph', text: '一二\n三' },
    { kind: 'picture', imageId: 'a' },
    { kind: 'paragraph', text: '四' },
    { kind: 'item', text: '项', depth: 0, list: 0, number: null, goesOn: false },
    { kind: 'quote', text: '引' },
    { kind: 'paragraph', text: '甲｜乙' },
  ]);
});

test('有序列表的号码：起始号、嵌套、一项里有几段', () => {
  const html =
    '<ol><li>一</li><li><p>二</p><p>又</p><ul><li>甲</li></ul><ol><li>乙</li></ol></li><li>三</li></ol><p>间</p><ol start="4"><li>四</li><li value="9">九</li></ol>';
  const items = blocksOf(html).flatMap((block) =>
    block.kind === 'item' ? [[block.text, block.number, block.depth, block.goesOn]] : [],
  );
  expect(items).toEqual([
    ['一', 1, 0, false],
    ['二', 2, 0, false],
    ['又', 2, 0, true],
    ['甲', null, 1, false],
    ['乙', 1, 1, false],
    ['三', 3, 0, false],
    ['四', 4, 0, false],
    ['九', 9, 0, false],
  ]);
  expect(numberedText(html)).toBe('1. 一\n\n2. 二\n\n又\n\n甲\n\n1. 乙\n\n3. 三\n\n间\n\n4. 四\n\n9. 九');
});

test('文件名里没有路径和禁用字符', () => {
  expect(safeName('../a/b:c*?.jpg')).toBe('__a_b_c__.jpg');
  expect(safeName('')).toBe('_');
});
