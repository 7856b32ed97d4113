import { expect, test } from 'vitest';
import { child, parseXml, textOf } from './xml.ts';

test('元素、正文、CDATA、五个预定义实体', () => {
  const xml = parseXml(
    '<xml>\n<a>1 &amp; 2 &lt;</a><b><![CDATA[<c>&amp;]]></b><list><item><n>一</n></item><item/></list></xml>'.replace(
      '<item/>',
      '<item></item>',
    ),
  );
  expect(textOf(xml, 'a')).toBe('1 & 2 <');
  expect(textOf(xml, 'b')).toBe('<c>&amp;');
  expect(child(xml, 'list')?.children.map((c) => c.name)).toEqual(['item', 'item']);
  expect(textOf(xml, 'list')).toBeNull();
});

test('同名的有两个，就当没有：不猜', () => {
  expect(textOf(parseXml('<xml><a>1</a><a>2</a></xml>'), 'a')).toBeNull();
});

test.each([
  '',
  ' ',
  '正文',
  '<xml>',
  '</xml>',
  '<xml></xml',
  '<a></b>',
  '<a><b></a></b>',
  '<a></a><b></b>',
  '<a></a>x',
  'x<a></a>',
  '<a b="1"></a>',
  '<a/>',
  '<?xml version="1.0"?><a></a>',
  '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  '<a>&x;</a>',
  '<a>&#65;</a>',
  '<a>&amp</a>',
  '<a>a & b</a>',
  '<a><!-- --></a>',
  '<a><![CDATA[x</a>',
  '<a>]]></a>',
  '<![CDATA[x]]>',
  '<a><![CDATA[x]]></a><![CDATA[x]]>',
  '<1></1>',
])('%s 不收', (source) => {
  expect(parseXml(source)).toBeNull();
});

test('太深、太多、太长，都不收；贴着界限的收', () => {
  const nested = (n: number) => '<a>'.repeat(n) + '</a>'.repeat(n);
  expect(parseXml(nested(8))).not.toBeNull();
  expect(parseXml(nested(9))).toBeNull();
  expect(parseXml(`<r>${'<a></a>'.repeat(499)}</r>`)).not.toBeNull();
  expect(parseXml(`<r>${'<a></a>'.repeat(500)}</r>`)).toBeNull();
  expect(parseXml(`<r>${'x'.repeat(64 * 1024 - 7)}</r>`)).not.toBeNull();
  expect(parseXml(`<r>${'x'.repeat(64 * 1024 - 6)}</r>`)).toBeNull();
});

// A quadratic parser would run into the runner's own time limit here.
test('恶意的长输入一律拒绝', () => {
  for (const unit of ['<![CDATA[', '<a>', '&', '<', ']]>', '&amp', '</a>'])
    expect(parseXml(`<r>${unit.repeat(60_000 / unit.length)}`)).toBeNull();
});
