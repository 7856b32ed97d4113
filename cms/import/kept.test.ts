import { describe, expect, it } from 'vitest';
import { takeByline } from './byline.ts';
import { chineseMarkdown } from './chinese-markdown.ts';
import { convert } from './convert.ts';
import { htmlOf, p, r, word } from './testing/word-parts.ts';
import { wordFile } from '../checks/files/testing/office.ts';
import { block, textNode } from '../rich-text/make.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const page = (body: string) =>
  convert(
    'p.html',
    bytes(`<html><head><meta name="ArticleTitle" content="大讲堂开讲"></head><body>${body}</body></html>`),
  );
const markdown = async (body: string) => htmlOf(await convert('m.md', bytes(`---\ntitle: 题\n---\n${body}`)));

describe('a by-line', () => {
  const taken = (line: string) =>
    takeByline([block('paragraph', [textNode(line)]), block('paragraph', [textNode('正文。')])]);
  it.each([
    ['来源：示例局 作者：示例甲 时间：2018年5月6日', { source: '示例局', author: '示例甲', publishedOn: '2018-05-06' }],
    ['发布时间：2019-03-04 10:20　浏览次数：35', { source: null, author: null, publishedOn: '2019-03-04' }],
    ['作者：示例乙', { source: null, author: '示例乙', publishedOn: null }],
    ['记者：示例丙　日期：2020-01-02', { source: null, author: '示例丙', publishedOn: '2020-01-02' }],
    ['2026年9月1日 发布', { source: null, author: null, publishedOn: '2026-09-01' }],
    ['【信息来源：示例网】', { source: '示例网', author: null, publishedOn: null }],
  ])('%s is one', (line, facts) => {
    expect(taken(line)).toMatchObject({ ...facts, lines: [line] });
    expect(taken(line).blocks).toHaveLength(1);
  });

  it.each([
    '时间：2026年9月20日上午9点',
    '日期：2026-09-20',
    '时间：9月20日　地点：市图书馆',
    '来源于群众的智慧，才有示例路的今天。',
    '2026年9月20日',
    '记者：您好，请问您为什么，坚持了二十年？',
    '编辑：他说，他不走。',
    '记者：您好',
  ])('%s is none', (line) => {
    expect(taken(line)).toMatchObject({ source: null, author: null, publishedOn: null, lines: [] });
  });

  it('an event’s time stays in the text, in every format; what a by-line held beside its facts is said', async () => {
    expect(await page('<p>时间：2026年9月20日上午9点</p><p>地点：三楼报告厅</p>')).toMatchObject({
      publishedOn: null,
      notes: [],
    });
    expect(htmlOf(await page('<p>时间：2026年9月20日上午9点</p><p>地点：三楼报告厅</p>'))).toContain(
      '时间：2026年9月20日上午9点',
    );
    expect(htmlOf(await convert('e.docx', word(p(r('时间：2026年9月20日上午9点')) + p(r('地点：三楼。')))))).toContain(
      '时间：2026年9月20日',
    );
    expect((await page('<p>来源：示例局 责任编辑：示例丁</p><p>正文。</p>')).notes).toEqual([
      '署名行“来源：示例局 责任编辑：示例丁”没有留在正文里：来源、作者、日期已填入各栏，其余的需要请补写。',
    ]);
  });
});

describe('a text of one line', () => {
  it.each([
    ['定于9月20日停办业务一天', '定于9月20日停办业务一天'],
    ['定于9月20日停办业务一天，特此通知。', '停办通知'],
    ['时间：2026年9月20日', '时间：2026年9月20日'],
    ['来源：示例局', '来源：示例局'],
  ])('%s is its own body', async (line, title) => {
    const story = await convert('停办通知.docx', wordFile(p(r(line))));
    expect([story.title, htmlOf(story), story.publishedOn]).toEqual([title, `<p>${line}</p>`, null]);
  });

  it('so is a page’s, and a heading that is all there is', async () => {
    expect(
      htmlOf(await convert('x.html', bytes('<html><head><title>停办</title></head><body><p>停办</p></body></html>'))),
    ).toBe('<p>停办</p>');
    expect(htmlOf(await convert('x.html', bytes('<h1>停办</h1>')))).toContain('停办');
  });
});

describe('a page', () => {
  it('says that more than its text was there, and only then', async () => {
    const whole = await page('<nav>首页</nav><div id="zoom"><p>正文。</p></div><footer>版权</footer>');
    expect([htmlOf(whole), whole.notes]).toEqual([
      '<p>正文。</p>',
      ['只取了网页的正文，导航、页眉、页脚等没有带入：请核对正文是否完整。'],
    ]);
    expect((await page('<div id="zoom"><h1>大讲堂开讲</h1><p>正文。</p></div>')).notes).toEqual([]);
    const inside = await page('<div><nav>首页</nav><p>正文。</p></div>');
    expect([htmlOf(inside), inside.notes.length]).toEqual(['<p>正文。</p>', 1]);
  });

  it('keeps hidden what its own style sheet hides', async () => {
    const sheet =
      '<style>/* x */ .gone, p.away{color:red;display:none} #off{visibility:hidden} @media print{.seen{display:none}} div .deep{display:none} .small{font-size:0.8em}</style>';
    const story = await page(
      `${sheet}<p>正文。</p><p class="a gone">暗一</p><p class="away">暗二</p><div id="off">暗三</div><p class="seen">一</p><p class="deep">二</p><p class="small">三</p><div class="away">四</div>`,
    );
    expect(htmlOf(story)).toBe('<p>正文。</p><p>一</p><p>二</p><p>三</p><p>四</p>');
    expect(story.notes).toEqual(['第1段后有隐藏的文字或链接没有带入：要公开的请补写。']);
  });

  it('of Word is read as pasting reads it; a form around everything takes nothing away', async () => {
    const mark = (text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp;&nbsp;</span></span><![endif]>${text}</p>`;
    expect(
      htmlOf(await page(`<p>要求：</p>${mark('签订')}${mark('公开')}<p style='display:none;mso-hide:all'>批语</p>`)),
    ).toBe('<p>要求：</p><ul><li>签订</li><li>公开</li></ul>');
    expect(
      htmlOf(
        await page(
          '<form method="post"><input type="hidden" name="__VIEWSTATE" value="x"><div><p>一。</p><p>二。</p></div></form>',
        ),
      ),
    ).toBe('<p>一。</p><p>二。</p>');
  });
});

describe('Markdown as Chinese writers type it', () => {
  it.each([
    [
      '**活动时间：**9月20日。他说**“守信。”**大家鼓掌。**注意（重要）**请带证件。',
      '<p><strong>活动时间：</strong>9月20日。他说<strong>“守信。”</strong>大家鼓掌。<strong>注意（重要）</strong>请带证件。</p>',
    ],
    [
      '`**代码：**不变`，2 ** 3 ** 4，**一*二*三**',
      '<p>**代码：**不变，2 ** 3 ** 4，<strong>一</strong><strong><em>二</em></strong><strong>三</strong></p>',
    ],
    ['#一、要求\n\n##（一）时间\n\n正文。', '<h2>一、要求</h2><h3>（一）时间</h3><p>正文。</p>'],
    ['#诚信#是话题', '<p>#诚信#是话题</p>'],
    ['共两点：\n1、第一点\n2、第二点', '<p>共两点：<br>1、第一点<br>2、第二点</p>'],
    ['（一）甲\n（二）乙\n①丙', '<p>（一）甲<br>（二）乙<br>①丙</p>'],
    [
      'Use the Credit\nChina website\nto check.\n\n中文换行\n不应有空格。',
      '<p>Use the Credit China website to check.</p><p>中文换行不应有空格。</p>',
    ],
    ['　　第一段。\n　　第二段。', '<p>第一段。</p><p>第二段。</p>'],
    ['-第一点\n-第二点\n·第三点', '<p>-第一点<br>-第二点<br>·第三点</p>'],
    ['第一条 范围。\n第二条 分工。', '<p>第一条 范围。<br>第二条 分工。</p>'],
    ['达到98%[^1]。\n\n[^1]: 截至六月。', '<p>达到98%[1]。</p><p>[1] 截至六月。</p>'],
    [
      '__活动时间：__9月20日，*“守信”*的人，2*3*4',
      '<p><strong>活动时间：</strong>9月20日，<em>“守信”</em>的人，2<em>3</em>4</p>',
    ],
    ['- [x] 同意\n- [ ] 不同意', '<ul><li>☑ 同意</li><li>☐ 不同意</li></ul>'],
    ['> 引\n1、点', '<blockquote><p>引 1、点</p></blockquote>'],
    ['~~旧~~新', '<p>旧新</p>'],
  ])('%s', async (source, html) => expect(await markdown(source)).toBe(html));

  it('leaves fenced code as it is', () => {
    const code = '```\n#一\n1、二\n```\n~~~\n2、三\n~~~';
    expect(chineseMarkdown(code)).toBe(code);
  });
});
