import { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { paragraph, runs, wordFile } from '../checks/files/testing/office.ts';
import { richTextToHtml } from '../rich-text/to-html.ts';
import { dayIn } from './byline.ts';
import { convert } from './convert.ts';
import { findPicture, indexFiles } from './find-picture.ts';
import { ImportRefused, type OldStory } from './old-story.ts';
import { within } from '../../.config/patience.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const htmlOf = ({ blocks, pictures }: OldStory) =>
  richTextToHtml(
    { root: { type: 'root', children: blocks } },
    new Map(pictures.map(({ alt, caption }, i) => [`old:${i}`, { alt, caption }])),
  );

describe('HTML', () => {
  const page = `<html><head><title>守信二十年 - 示例网</title><meta name="ArticleTitle" content="守信二十年"><meta name="PubDate" content="2019-03-04 10:20"><meta name="ContentSource" content="示例局"><meta name="Author" content="示例甲"><meta name="Keywords" content="诚信,示例"></head>
<body><nav>首页</nav><div id="zoom"><h1>守信二十年</h1><p>　　第一段<b>粗</b>、<a href="javascript:alert(1)">坏</a><a href="https://a.example/">好</a>。</p><figure><img src="p/1.jpg"><figcaption>一杆秤</figcaption></figure><script>alert(1)</script>
<table><tr><th>甲</th></tr><tr><td>乙<img src="p/2.jpg" alt="里面"></td></tr></table><ol><li>一<ul><li>二</li></ul></li></ol><blockquote>引</blockquote></div><footer>版权</footer></body></html>`;

  it('takes title, date and source from the metas of government sites, and the text from its holder', async () => {
    const story = await convert('a/守信.html', bytes(page));
    expect(story).toMatchObject({
      title: '守信二十年',
      publishedOn: '2019-03-04',
      source: '示例局',
      author: '示例甲',
      tags: ['诚信', '示例'],
    });
    expect(htmlOf(story)).toBe(
      '<p>第一段<strong>粗</strong>、坏<a href="https://a.example/">好</a>。</p><figure><img data-media="old:0" alt=""><figcaption>一杆秤</figcaption></figure><table><thead><tr><th>甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody></table><figure><img data-media="old:1" alt="里面"></figure><ol><li>一<ul><li>二</li></ul></li></ol><blockquote><p>引</p></blockquote>',
    );
  });

  it('reads GBK, and the byline that old pages print under the title', async () => {
    // “标题甲” and “来源：示例 作者：乙 时间：2018年5月6日” in GBK.
    const gbk = Buffer.concat([
      Buffer.from('<h1>'),
      Buffer.from('b1eacce2bcd7', 'hex'),
      Buffer.from('</h1><p>'),
      Buffer.from('c0b4d4b4a3bacabec0fd20d7f7d5dfa3bad2d220cab1bce4a3ba32303138c4ea35d4c236c8d5', 'hex'),
      Buffer.from('</p><p>'),
      Buffer.from('d5fdcec4a1a3', 'hex'),
      Buffer.from('</p>'),
    ]);
    const story = await convert('b.htm', gbk);
    expect(story).toMatchObject({ title: '标题甲', source: '示例', author: '乙', publishedOn: '2018-05-06' });
    expect(htmlOf(story)).toBe('<p>正文。</p>');
  });
});

it('Markdown: front matter, pictures with their captions, tables; a title that the text repeats stands once', async () => {
  const story = await convert(
    'x.md',
    bytes(
      '---\ntitle: 一张白纸\ndate: 2020-01-02\nsource: 示例校\nauthor: 示例乙\ntags: [考试, 诚信]\n---\n# 一张白纸\n\n正文*斜*。\n\n![白纸](图/1.png "约定")\n\n| 甲 |\n|--|\n| 1 |\n',
    ),
  );
  expect(story).toMatchObject({
    title: '一张白纸',
    publishedOn: '2020-01-02',
    source: '示例校',
    author: '示例乙',
    tags: ['考试', '诚信'],
    pictures: [{ ref: encodeURI('图/1.png'), alt: '白纸', caption: '约定' }],
  });
  expect(htmlOf(story)).toContain('<p>正文<em>斜</em>。</p><figure>');
  await expect(convert('y.md', bytes('---\ntitle: [坏\n---\n正文'))).rejects.toThrow('字段写法不对');
  await expect(convert('y.md', bytes('---\ntitle: {a: 1}\n---\n正文'))).rejects.toThrow('字段“title”');
  expect((await convert('某文件.md', bytes('很长的一段话。没有标题。'))).title).toBe('某文件');
});

it('Markdown: a time that names its zone gives the day in Beijing', async () => {
  expect((await convert('z.md', bytes('---\ntitle: 时区\ndate: 2026-09-01T23:30:00Z\n---\n正文。'))).publishedOn).toBe(
    '2026-09-02',
  );
});

it('Markdown: Hugo’s front matter in TOML is read, or refused with a sentence, never taken for the title', async () => {
  const story = await convert(
    'h.md',
    bytes(
      '\uFEFF+++\ntitle = "诚信\\"宣传周\\"" # 题\ndate = 2026-09-01T23:30:00Z\nsource = \'示例局\'\ndraft = false\ntags = [\n  "诚信",\n  "宣传",\n]\n[params]\n  title = "旧站"\n+++\n\n正文一段，示例。',
    ),
  );
  expect(story).toMatchObject({
    title: '诚信"宣传周"',
    publishedOn: '2026-09-02',
    source: '示例局',
    tags: ['诚信', '宣传'],
  });
  expect(htmlOf(story)).toBe('<p>正文一段，示例。</p>');
  for (const bad of ['title 没有等号', 'title = "没有收住', 'title = ', 'tags = [没有引号]'])
    await expect(convert('h.md', bytes(`+++\n${bad}\n+++\n正文。`))).rejects.toThrow(
      '开头两行 +++ 之间的字段写法不对：请检查等号和引号',
    );
});

it('DOCX: a table of contents is left out and said so; other fields, and what only looks like one, stay', async () => {
  const field = (instruction: string, inner: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const begin =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const styled = (style: string, inside: string) => paragraph(`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inside}`);
  const link = (text: string) => field('HYPERLINK "https://example.org/cx"', runs(text));
  const body =
    paragraph(runs('工作安排')) +
    styled('TOCHeading', runs('目录')) +
    styled('12', begin + field('PAGEREF _Toc1', runs('一、总体要求 1'))) +
    paragraph(runs('二、分工 2')) +
    paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>') +
    styled('13', runs('三、样式里的目录 3')) +
    paragraph(runs('一、总体要求')) +
    paragraph(runs('请登录') + link('信用网站') + runs('查询。')) +
    paragraph(runs('目录是这样编的。'));
  const styles =
    '<w:style w:type="paragraph" w:styleId="13"><w:name w:val="toc 2"/></w:style><w:style w:type="paragraph" w:styleId="9"><w:name w:val="Normal"/></w:style>';
  const story = await convert('t.docx', wordFile(body, { 'word/styles.xml': styles }));
  const html = htmlOf(story);
  for (const line of ['总体要求 1', '二、分工 2', '目录里', '>目录<', '样式里的目录']) expect(html).not.toContain(line);
  expect(html.replace(/<[^>]+>/g, '')).toBe('一、总体要求请登录信用网站查询。目录是这样编的。');
  expect([story.title, story.notes]).toEqual(['工作安排', ['目录没有导入：网页上不用目录。']]);
  const shared =
    paragraph(runs('题')) +
    paragraph(begin + runs('一 1')) +
    paragraph(`<w:r><w:fldChar w:fldCharType="end"/></w:r>${runs('正文在同一段。')}`);
  expect(htmlOf(await convert('s.docx', wordFile(shared)))).toContain('正文在同一段。');
  expect((await convert('u.docx', wordFile(paragraph(runs('题')) + paragraph(runs('没有目录。'))))).notes).toEqual([]);
});

it('DOCX: headings, bold, tables, pictures inside; the first line is the title', async () => {
  const png = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#900' } })
    .png()
    .toBuffer();
  const doc = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: '十一杆公平秤', heading: HeadingLevel.TITLE }),
          new Paragraph('来源：示例街道　作者：示例丙　2021年6月7日'),
          new Paragraph({ children: [new TextRun('老街'), new TextRun({ text: '不长', bold: true })] }),
          new Paragraph({ text: '规矩', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [new ImageRun({ type: 'png', data: png, transformation: { width: 60, height: 60 } })],
          }),
          new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('少一两')] })] })] }),
        ],
      },
    ],
  });
  const story = await convert('c.docx', new Uint8Array(await Packer.toBuffer(doc)));
  expect(story).toMatchObject({
    title: '十一杆公平秤',
    source: '示例街道',
    author: '示例丙',
    publishedOn: '2021-06-07',
  });
  expect(htmlOf(story)).toBe(
    '<p>老街<strong>不长</strong></p><h2>规矩</h2><figure><img data-media="old:0" alt=""></figure><table><tbody><tr><td>少一两</td></tr></tbody></table>',
  );
  expect(Buffer.from(story.pictures[0]?.bytes ?? []).equals(png)).toBe(true);
});

describe('what is refused, with a sentence', () => {
  it.each<[string, Uint8Array, string]>([
    ['a.docx', bytes('<p>其实是网页</p>'), '扩展名不符'],
    ['a.html', zipSync({ a: bytes('x') }), '扩展名不符'],
    ['a.docx', zipSync({ a: bytes('x') }), '这不是 Word 文件'],
    ['a.docx', wordFile(paragraph(runs('x'))).subarray(0, 200), '损坏'],
    ['a.docx', wordFile(paragraph(runs('x')), { 'word/media/x.xml': new Uint8Array(101 * 1024 * 1024) }), '大得不正常'],
    ['a.docx', wordFile(`<!--${' '.repeat(21 * 1024 * 1024)}-->`), '大得不正常'],
    ['a.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版 Word'],
    ['a.md', new Uint8Array(6 * 1024 * 1024).fill(97), '太大了'],
    ['a.md', bytes(''), '空的'],
    ['a.md', bytes('---\ntitle: 题\n---\n'), '没有正文'],
    ['a.html', bytes('<script>x</script>'), '没有正文'],
    ['a.exe', bytes('MZ'), '只导入'],
  ])('%s %#', async (name, content, sentence) => {
    await expect(convert(name, content)).rejects.toThrow(sentence);
  });

  it(
    'whatever the bytes are, a story or a sentence',
    async () => {
      let seed = 7;
      const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
      const noise = (n: number) => Uint8Array.from({ length: n }, () => Math.floor(random() * 256));
      const word = wordFile(paragraph(runs('正文')));
      const page = bytes('<h1>题</h1><p>正文<img src="x"></p><table><tr><td>一</table>');
      const deep = bytes(`${'<div>'.repeat(20_000)}x`);
      const hostile = [
        deep,
        bytes('<b>'.repeat(50_000)),
        bytes(`${'> '.repeat(5_000)}x`),
        bytes('['.repeat(20_000)),
        bytes(`---\na: &a [x]\nb: [${'*a,'.repeat(50)}]\n---\nx`),
      ];
      for (let i = 0; i < 300; i += 1) {
        const base = [noise(200), word, page][i % 3] as Uint8Array;
        const broken = Uint8Array.from(base);
        for (let n = 0; n < 1 + (i % 9); n += 1)
          broken[Math.floor(random() * broken.length)] = Math.floor(random() * 256);
        hostile.push(broken);
      }
      for (const content of hostile) {
        for (const name of ['a.docx', 'a.html', 'a.md']) {
          const result = await convert(name, content).catch((error: unknown) => error);
          if (result instanceof Error) {
            expect(result).toBeInstanceOf(ImportRefused);
            expect(result.message).toMatch(/^[^\n]*。$/);
          }
        }
      }
    },
    within(60_000),
  );
});

it.each([
  ['2019-03-04 10:20', '2019-03-04'],
  ['2019年3月4日', '2019-03-04'],
  ['2019/3/4', '2019-03-04'],
  ['2019-02-30', null],
  ['无', null],
  ['12019-03-04', null],
  ['2026-09-01T23:30:00Z', '2026-09-02'],
  ['2026-09-01T15:59:59.999Z', '2026-09-01'],
  ['2026-09-01 23:30+09:00', '2026-09-01'],
  ['2026-09-01T12:00-0500', '2026-09-02'],
  ['2026-09-01T23:30', '2026-09-01'],
  ['2026-12-31T20:00:00z', '2027-01-01'],
  ['2026-02-30T23:30:00Z', null],
])('a day in %s', (text, day) => expect(dayIn(text)).toBe(day));

it.each([
  ['p/1.jpg', 'news/p/1.jpg'],
  ['./p/1.jpg?x=1', 'news/p/1.jpg'],
  ['../img/2.png', 'img/2.png'],
  ['P\\1.JPG', 'news/p/1.jpg'],
  ['%E5%9B%BE.png', 'news/图.png'],
  ['图.png', 'news/图.png'],
  ['../../etc/passwd', '文件夹以外'],
  ['/etc/passwd', '文件夹以外'],
  ['..%2f..%2fetc/passwd', '文件夹以外'],
  ['file:///etc/passwd', '别的机器'],
  ['https://a.example/1.jpg', '别的机器'],
  ['//a.example/1.jpg', '别的机器'],
  ['p/3.jpg', '没有这张'],
  ['data:text/html,x', '读不出来'],
])('picture %s', (ref, found) => {
  const files = indexFiles(
    ['news/p/1.jpg', 'img/2.png', 'news/图.png', 'etc/passwd'].map((name) => ({
      name,
      path: Buffer.from(name),
      size: 1,
    })),
  );
  const result = findPicture(ref, 'news/a.html', files);
  expect('file' in result ? result.file.name : 'why' in result ? result.why : 'bytes').toContain(found);
});
