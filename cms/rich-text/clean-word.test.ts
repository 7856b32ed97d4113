import { describe, expect, it } from 'vitest';
import { cleanWord } from './clean-word.ts';
import {
  wordComments,
  wordHeadings,
  wordLists,
  wordPictures,
  wordTable,
  wordWeb,
  wpsNotice,
  wordOnline,
} from './testing/paste-samples.ts';

const clean = (html: string, pictures?: (string | null)[]) => cleanWord(html, pictures).html;

describe('Word', () => {
  it('keeps headings, bold, italic and links; drops styles, conditional comments and empty paragraphs', () => {
    expect(clean(wordHeadings)).toBe(
      '<h2>诚信建设三年小结（示例）</h2><h3>一、办了哪些事</h3><p>全市<strong>十二</strong>个部门，<em>一张清单</em>，见<a href="https://a.example/x?a=1&amp;b=2">办法全文</a>。</p><p>第一行<br>第二行 Credit 2026</p>',
    );
  });

  it('makes lists of paragraphs that only look like lists, nested and numbered as they were', () => {
    expect(clean(wordLists)).toBe(
      '<p>要做三件事：</p><ol><li>亮身份<ul><li>挂牌</li><li>贴码</li></ul></li><li>亮承诺</li></ol><p>另外：</p><ul><li>不收费</li></ul><ol start="3"><li>亮结果</li></ol>',
    );
  });

  it('keeps a table with its spans and its heading row', () => {
    expect(clean(wordTable)).toBe(
      '<table><tbody><tr><th><p>年份</p></th><th colspan="2"><p>件数</p></th></tr><tr><td rowspan="2"><p>2025年</p></td><td><p>受理</p></td><td><p>一百二十</p><p>（含网上）</p></td></tr><tr><td><p>办结</p></td><td></td></tr></tbody></table>',
    );
  });

  it('takes pictures that are there, asks for their bytes where only a file is named, and counts what is lost', () => {
    const fromRtf = 'data:image/png;base64,QUJD';
    expect(cleanWord(wordPictures, [fromRtf, null])).toEqual({
      html: `<p>上图</p><img src="data:image/png;base64,iVBORw0KGgo="><img src="${fromRtf}"><p>下文</p>`,
      lostPictures: 2,
    });
  });

  it('never lets in what was deleted, hidden or only remarked', () => {
    const html = clean(wordComments);
    expect(html).toBe('<p>他按时还清了贷款。</p><p>联系人另行公布。[1]</p><p>[1] 见附件。</p>');
    expect(html).not.toMatch(/王某|这里要核实|身份证/);
  });
});

describe('others', () => {
  it('WPS: outline levels, full-width indents, lists and a frame of one cell', () => {
    expect(clean(wpsNotice)).toBe(
      '<h2>关于开展“诚信兴商”活动的通知（示例）</h2><p>各县区：</p><ul><li>统一标识</li><li>统一时间</li></ul><p>附件在框里。</p><p><strong>二〇二六年六月</strong></p>',
    );
  });

  it('Word Online: one list of many, ranks told aside, headings by role', () => {
    expect(clean(wordOnline)).toBe('<h2>工作要点</h2><ul><li>查得到<ul><li>网上查</li></ul></li><li>改得了</li></ul>');
  });

  it('a web page: no scripts, no addresses that run, no pictures from elsewhere', () => {
    const { html, lostPictures } = cleanWord(wordWeb);
    expect(html).toBe('<h2>题</h2><p>字<strong>重</strong>点</p><blockquote>言必信</blockquote><hr><p>完</p>');
    expect(lostPictures).toBe(1);
  });

  it('a fragment is what the browser marked, nothing around it', () => {
    expect(clean('<html><body><p>前</p><!--StartFragment--><p>要的</p><!--EndFragment--><p>后</p></body></html>')).toBe(
      '<p>要的</p>',
    );
  });
});

describe('hostile and broken HTML', () => {
  it.each([
    ['<p>a</p><script>x()</script><img src=x onerror=y()>', '<p>a</p>'],
    ['<a href="javascript:x()">点</a>', '<p>点</p>'],
    ['<p onclick="x()" style="background:url(javascript:1)">a&lt;b&gt;</p>', '<p>a&lt;b&gt;</p>'],
    ['<p>没有关<b>上', '<p>没有关<strong>上</strong></p>'],
    ['', ''],
    ['只有字', '<p>只有字</p>'],
    [
      '<table><tr><td colspan="9999999">宽</td><td>b</td></tr></table>',
      '<table><tbody><tr><td colspan="50"><p>宽</p></td><td><p>b</p></td></tr></tbody></table>',
    ],
  ])('%s', (html, expected) => expect(clean(html)).toBe(expected));

  it('does not fall over depth', () => {
    expect(clean(`${'<div>'.repeat(50_000)}深`)).toBe('');
    expect(clean(`${'<span>'.repeat(150)}浅`)).toBe('<p>浅</p>');
  });

  it('gives nothing but what the editor knows', () => {
    for (const sample of [
      wordComments,
      wordHeadings,
      wordLists,
      wordOnline,
      wordPictures,
      wordTable,
      wordWeb,
      wpsNotice,
    ]) {
      const tags = [...cleanWord(sample).html.matchAll(/<\/?([a-z0-9:]+)([^>]*)>/g)];
      for (const [, tag, attributes] of tags) {
        expect(tag).toMatch(/^(h2|h3|p|ul|ol|li|table|tbody|tr|t[dh]|blockquote|hr|img|strong|em|a|br)$/);
        expect(attributes).toMatch(/^$|^ (start|colspan|rowspan|href|src)="[^"]*"( rowspan="\d+")?$/);
      }
    }
  });
});
