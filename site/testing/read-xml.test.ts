import { expect, it } from 'vitest';
import { readXml } from './read-xml.ts';

it('gives texts as they were meant', () => {
  const read = readXml(
    '<?xml version="1.0"?><a x="1 &amp; 2"><b>&lt;一&#20108;&#x4e09;&gt;</b><b/><c:d><![CDATA[<p>&amp;</p>]]></c:d></a>\n',
  );
  expect([read('b'), read('c:d'), read('e')]).toEqual([['<一二三>', ''], ['<p>&amp;</p>'], []]);
});

it.each([
  '',
  '字',
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a>&</a>',
  '<a>&nbsp;</a>',
  '<a>\u0007</a>',
  '<a>\ufffe</a>',
  '<a>\ud800</a>',
  '<a x=1/>',
  '<a x="1" x="2"/>',
  '<a x="<"/>',
  '<a>]]></a>',
  '<a><![CDATA[x</a>',
  '<a><1/></a>',
  '<a/>字',
  '<!DOCTYPE a><a/>',
])('%j is no XML', (xml) => expect(() => readXml(xml)).toThrow());
