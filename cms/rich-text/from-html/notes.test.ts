import { describe, expect, it } from 'vitest';
import { headingLevel } from './heading-level.ts';
import { listMark } from './list-mark.ts';
import { pictureSource } from './picture-source.ts';
import { readRich } from './read.ts';
import { settle } from './settle.ts';
import { isElement, readHtml, type SourceElement } from './source-node.ts';

/** What somebody who pastes this is told. */
const notes = (html: string) => settle(readRich(readHtml(html)).blocks).notes;
const first = (html: string): SourceElement => readHtml(html).find(isElement)!;

describe('what is said of what was not taken', () => {
  it.each([
    [
      'a film',
      '<video src="https://v.example/1.mp4"></video>',
      '的视频（https://v.example/1.mp4）没有带入：请另行上传或改成链接。',
    ],
    [
      'a film whose files lie inside',
      '<video><source src="/1.mp4"></video>',
      '的视频（/1.mp4）没有带入：请另行上传或改成链接。',
    ],
    ['a sound', '<audio></audio>', '的音频没有带入：请另行上传或改成链接。'],
    ['a sound of old pages', '<bgsound src="a.mid">', '的音频（a.mid）没有带入：请另行上传或改成链接。'],
    [
      'a page in the page',
      '<iframe src="about:blank" data-src="https://map.example/"></iframe>',
      '嵌入的网页（https://map.example/）没有带入：需要的请改成链接。',
    ],
    [
      'one that is written out',
      '<iframe src="data:text/html,示例"></iframe>',
      '嵌入的网页（写在网页里）没有带入：需要的请改成链接。',
    ],
    ['an embedded thing', '<embed src="a.swf">', '嵌入的内容（a.swf）没有带入：需要的请改成链接或截图。'],
    [
      'one named in its parameters',
      '<object><param name="movie" value="b.swf"></object>',
      '嵌入的内容（b.swf）没有带入：需要的请改成链接或截图。',
    ],
    ['a drawing with words', '<svg><text>示例图</text></svg>', '的矢量图形“示例图”没有带入：请截图补上。'],
    ['a choice', '<select><option>甲</option><option>乙</option></select>', '的下拉框“甲乙”没有带入：需要的请补写。'],
    ['a field that is filled in', '<input value=" 示例 ">', '的填写框“示例”没有带入。'],
    ['a field that is not', '<input>', '的填写框没有带入。'],
    ['a button', '<input type="SUBMIT" value="提交">', '的按钮“提交”没有带入。'],
    ['a button with a picture', '<input type="image" alt="查询" value="x">', '的按钮“查询”没有带入。'],
    ['a bar', '<progress value="3" max="10"></progress>', '的进度条（3/10）没有带入：需要的请补写。'],
    [
      'links on a picture',
      '<map><area href="/a"><area href="/b"></map>',
      '图片上的链接（/a、/b）没有带入：需要的请在正文里写明。',
    ],
  ])('%s', (_what, html, said) => expect(notes(`<p>正文</p>${html}`)).toEqual([expect.stringContaining(said)]));

  it.each([
    ['a bar that is told in words', '<progress>三成</progress>'],
    ['a map without links', '<map><area></map>'],
    ['a field that nobody sees', '<input type="hidden" value="x">'],
    ['a box to tick', '<input type="checkbox" checked>'],
  ])('nothing is said of %s', (_what, html) => expect(notes(`<p>正文${html}</p>`)).toEqual([]));

  it('an address that is endless is cut between signs', () => {
    const [said = ''] = notes(`<p>正文</p><iframe src="https://xy.example/${'🎋'.repeat(300)}"></iframe>`);
    expect(said).toMatch(/🎋…）没有带入/u);
    expect(said.isWellFormed()).toBe(true);
    expect([...said].length).toBeLessThan(260);
  });
});

describe('where something was', () => {
  const film = '<video></video>';
  const place = (html: string) => notes(html)[0]?.split('的视频')[0];
  it.each([
    ['before the first words', `${film}<p>正文</p>`, '正文开头'],
    ['in a paragraph', `<p>一</p><p>第二段${film}说的事</p>`, '第2段“第二段说的事”里'],
    ['behind one', `<p>一</p><p>二</p>${film}`, '第2段后'],
    ['in a long one', `<p>一二三四五六七八九十甲乙${film}</p>`, '第1段“一二三四五六七八九十…”里'],
    ['in one of signs of two halves', `<p>${'🎋'.repeat(11)}${film}</p>`, `第1段“${'🎋'.repeat(10)}…”里`],
    ['where a number could be somebody’s', `<p>电话13812345678${film}</p>`, '第1段“电话…”里'],
    ['where it is in full width', `<p>电话１３８１２３４５６７８${film}</p>`, '第1段“电话…”里'],
    ['where it has blanks', `<p>电话138 1234 5678${film}</p>`, '第1段“电话…”里'],
    ['where it has dashes', `<p>电话138-1234-5678${film}</p>`, '第1段“电话…”里'],
    ['where there is nothing else', `<p>13812345678${film}</p>`, '第1段里'],
    ['where it is a year', `<p>2026年计划${film}</p>`, '第1段“2026年计划”里'],
    ['in one with the sign of an address', `<p>a@b${film}</p>`, '第1段“a@b”里'],
  ])('%s', (_what, html, said) => expect(place(html)).toBe(said));

  it('the same in many places is said once, three of them named', () =>
    expect(notes(`<p>甲${film}</p>`.repeat(2))).toHaveLength(1));
  it('five places', () => {
    const html = ['甲', '乙', '丙', '丁', '戊'].map((word) => `<p>${word}${film}</p>`).join('');
    expect(place(html)).toBe('第1段“甲”里、第2段“乙”里、第3段“丙”里等5处');
  });
});

it.each([
  ['<h3>甲</h3>', 3],
  ['<p class="MsoTitle">甲</p>', 1],
  ['<p class="MsoSubtitle">甲</p>', 2],
  ['<p class="x MsoHeading2">甲</p>', 2],
  ['<p class="标题-4">甲</p>', 4],
  ['<p class="Heading7">甲</p>', null],
  ['<p class="Heading12">甲</p>', null],
  ['<p style="MSO-Outline-Level: 2">甲</p>', 2],
  ['<p style="mso-outline-level:body-text">甲</p>', null],
  ['<p role="heading" aria-level="3">甲</p>', 3],
  ['<p role="heading" aria-level="x">甲</p>', 2],
  ['<p role="note" aria-level="3">甲</p>', null],
  ['<div class="MsoTitle">甲</div>', null],
  ['<p>甲</p>', null],
])('%s has rank %s', (html, level) => expect(headingLevel(first(html))).toBe(level));

describe('a mark of Word’s', () => {
  const of = (mark: string, level = 1) =>
    listMark(
      first(`<p style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${mark}&nbsp;</span>甲</p>`),
    );
  it.each([
    ['1.', { depth: 1, ordered: true, number: 1 }],
    ['１２．', { depth: 1, ordered: true, number: 12 }],
    ['3)', { depth: 1, ordered: true, number: 3 }],
    ['（3）', { depth: 1, ordered: true, number: 3 }],
    ['（三）', { depth: 1, ordered: true, number: 3 }],
    ['十、', { depth: 1, ordered: true, number: 10 }],
    ['十一、', { label: '十一、' }],
    ['第一条', { label: '第一条' }],
    ['1.1', { label: '1.1' }],
    ['a)', { label: 'a)' }],
    ['iv.', { label: 'iv.' }],
    ['2026.', { label: '2026.' }],
    ['●', { depth: 1, ordered: false, number: 1 }],
    ['l', { depth: 1, ordered: false, number: 1 }],
    ['', { depth: 1, ordered: false, number: 1 }],
  ])('%j', (mark, expected) => expect(of(mark)).toEqual(expected));
  it('knows how deep it stands', () => expect(of('1.', 3)).toMatchObject({ depth: 3 }));
  it('of an ordinary paragraph there is none', () => {
    const taken = '<p class="MsoListParagraph" style="mso-list:none"><span style="mso-list:Ignore">1.</span>甲</p>';
    for (const html of ['<p>1. 甲</p>', '<p style="mso-list:none">甲</p>', '<p class="MsoNormal">甲</p>', taken])
      expect(listMark(first(html))).toBeNull();
  });
});

it.each<[string, Record<string, string>, string]>([
  ['as it says', { src: ' https://p.example/a.jpg ' }, 'https://p.example/a.jpg'],
  ['a stand-in, and the picture aside', { src: '/img/loading.gif', 'data-src': '/a.jpg' }, '/a.jpg'],
  ['a stand-in of one dot', { src: 'data:image/gif;base64,R0', 'data-original': '/a.jpg' }, '/a.jpg'],
  ['nothing, and the picture aside', { 'data-lazy-src': '/a.jpg' }, '/a.jpg'],
  ['a picture, and another aside', { src: '/real.jpg', 'data-src': '/a.jpg' }, '/real.jpg'],
  [
    'a picture whose name begins like a stand-in',
    { src: '/blank-check-2026/photo.jpg', 'data-src': '/a.jpg' },
    '/blank-check-2026/photo.jpg',
  ],
  ['a stand-in alone', { src: '/img/blank.gif' }, '/img/blank.gif'],
  ['sizes only', { srcset: '/a-1x.jpg 1x, /a-2x.jpg 2x' }, '/a-1x.jpg'],
  ['one size without its measure', { srcset: '/a.jpg, /b.jpg 2x' }, '/a.jpg'],
  ['blanks', { src: '  ', 'data-src': '  ' }, ''],
  ['nothing', {}, ''],
])('a picture that names %s', (_what, attributes, source) => expect(pictureSource(attributes)).toBe(source));
