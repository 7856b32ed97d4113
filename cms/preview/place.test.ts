import { describe, expect, it } from 'vitest';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { block, textNode, upload } from '../rich-text/make.ts';
import type { RichText } from '../rich-text/node.ts';
import { richTextToHtml } from '../rich-text/to-html.ts';
import { htmlToText } from '../rich-text/html-text.ts';
import { placeOf } from './place.ts';

const pictures = new Map([['m1', { alt: '桥', caption: '同样的一句。' }]]);
const at = (place: string, body: RichText) => placeOf(place, htmlToText(richTextToHtml(body, pictures)), body);

describe('the way from a finding to the form', () => {
  it.each([
    ['标题', 'title'],
    ['来源网址', 'sourceUrl'],
    ['来源', 'source'],
    ['题图的图说', 'cover'],
    ['更正记录第2条', 'corrections'],
    ['案例第四步', 'caseSteps__mend'],
    ['微信公众号·标题', 'title'],
    ['广元日报·图片', 'body'],
  ])('%s is the field %s', (place, field) => {
    expect(placeOf(place, '', null)).toEqual({ field });
  });

  it('what has no field of its own is told so', () => expect(placeOf('PubDate', '', null)).toBeNull());

  it('paragraphs, list items and table rows lead to their block of the editor', () => {
    const body = markdownToRichText('头。\n\n- 甲\n- 乙\n\n| 一 | 二 |\n|---|---|\n| 三 | 四 |\n\n尾。');
    expect([1, 2, 3, 4, 5, 6].map((n) => at(`正文第${n}段`, body))).toEqual(
      [0, 1, 1, 2, 2, 3].map((b) => ({ field: 'body', block: b })),
    );
  });

  it('empty blocks, captions and repeated words do not mislead', () => {
    const p = (text: string) => block('paragraph', text ? [textNode(text)] : []);
    const body: RichText = {
      root: block('root', [p(''), p('同样的一句。'), upload('m1'), p('同样的一句。'), p('尾。')]),
    };
    expect(at('正文第1段', body)).toEqual({ field: 'body', block: 1 });
    expect(at('正文第4段', body)).toEqual({ field: 'body', block: 4 });
    expect(at('正文第1图的替代文字', body)).toEqual({ field: 'body', block: 2 });
  });

  it('a text that has changed meanwhile still leads into the text', () => {
    expect(placeOf('正文第9段', '一\n\n二', markdownToRichText('别的。'))).toEqual({ field: 'body', block: 0 });
    expect(placeOf('正文第1段', '', null)).toEqual({ field: 'body' });
  });
});
