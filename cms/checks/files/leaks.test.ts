import { Document, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { checkBytes } from '../check-file.ts';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { bookFile, cell, paragraph, pdfFile, pinFile, row, runs, wordFile, zip } from './testing/office.ts';

const fiction = createFiction(42);
const id = fiction.id();
const [a, b, c] = [id.slice(0, 6), id.slice(6, 14), id.slice(14)];
const leak = { rule: 'personal-data/citizen-id', level: 'block' };
const found = async (name: string, bytes: Uint8Array | Promise<Uint8Array>) => {
  const report = await checkBytes(name, await bytes);
  expect(JSON.stringify(report)).not.toContain(id);
  return report.findings.filter(({ rule }) => rule.startsWith('personal-data')).map(({ at }) => at);
};
const clean = paragraph(runs('诚信故事'));
const text = (t: string) => paragraph(runs(t));

describe('a Word file', () => {
  it.each<[string, Uint8Array, string]>([
    ['runs', wordFile(clean + paragraph(runs('证号', a, b, c))), '正文第2段'],
    [
      'runs with a tab, a break and a hard hyphen',
      wordFile(paragraph(`<w:r><w:t>${a}</w:t><w:tab/><w:t>${b}</w:t><w:noBreakHyphen/><w:t>${c}</w:t></w:r>`)),
      '正文第1段',
    ],
    [
      'a deletion',
      wordFile(paragraph(`${runs('证号')}<w:del w:author="x"><w:r><w:delText>${id}</w:delText></w:r></w:del>`)),
      '正文修订前第1段',
    ],
    [
      'a number that an insertion has parted',
      wordFile(paragraph(`${runs(a)}<w:ins><w:r><w:t>999</w:t></w:r></w:ins>${runs(b + c)}`)),
      '正文修订前第1段',
    ],
    [
      'a number that a deletion has joined',
      wordFile(paragraph(`${runs(a)}<w:del><w:r><w:delText>999</w:delText></w:r></w:del>${runs(b + c)}`)),
      '正文第1段',
    ],
    ['a comment', wordFile(clean, { 'word/comments.xml': `<w:comment>${text(id)}</w:comment>` }), '批注'],
    ['a header', wordFile(clean, { 'word/header1.xml': text(id) }), '页眉'],
    ['a footer', wordFile(clean, { 'word/footer2.xml': text(id) }), '页脚'],
    ['a footnote', wordFile(clean, { 'word/footnotes.xml': text(id) }), '脚注'],
    ['an endnote', wordFile(clean, { 'word/endnotes.xml': text(id) }), '尾注'],
    [
      'a text box',
      wordFile(paragraph(`<w:r><wps:txbx><w:txbxContent>${text(id)}</w:txbxContent></wps:txbx></w:r>`)),
      '正文第1段',
    ],
    [
      'a VML text box',
      wordFile(
        paragraph(`<w:r><w:pict><v:textbox><w:txbxContent>${text(id)}</w:txbxContent></v:textbox></w:pict></w:r>`),
      ),
      '正文第1段',
    ],
    [
      'an alternative text',
      wordFile(paragraph(`<w:r><w:drawing><wp:docPr id="1" name="图" descr="身份证 ${id}"/></w:drawing></w:r>`)),
      '正文 docPr descr',
    ],
    [
      'a field code',
      wordFile(
        paragraph(
          `<w:r><w:instrText>HYPERLINK "https://e.cn/?id=${a}</w:instrText></w:r><w:r><w:instrText>${b}${c}"</w:instrText></w:r>`,
        ),
      ),
      '正文域代码',
    ],
    [
      'a link',
      wordFile(clean, {
        'word/_rels/document.xml.rels': `<Relationships><Relationship Target="https://e.cn/${id}"/></Relationships>`,
      }),
      '链接',
    ],
    [
      'a table with a digit in each cell',
      wordFile(`<w:tbl><w:tr>${[...id].map((d) => `<w:tc>${text(d)}</w:tc>`).join('')}</w:tr></w:tbl>`),
      '正文第1段',
    ],
    ['hidden text', wordFile(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${id}</w:t></w:r></w:p>`), '正文第1段'],
    [
      'a property',
      wordFile(clean, { 'docProps/core.xml': `<cp:coreProperties><dc:subject>${id}</dc:subject></cp:coreProperties>` }),
      '文档属性',
    ],
    [
      'a custom property',
      wordFile(clean, {
        'docProps/custom.xml': `<Properties><property name="证号"><vt:lpwstr>${id}</vt:lpwstr></property></Properties>`,
      }),
      '自定义属性',
    ],
    [
      'a document variable',
      wordFile(clean, { 'word/settings.xml': `<w:docVars><w:docVar w:name="n" w:val="${id}"/></w:docVars>` }),
      'word/settings.xml',
    ],
    ['custom data', wordFile(clean, { 'customXml/item1.xml': `<d><n>${id}</n></d>` }), '自定义数据'],
    [
      'an embedded Word file',
      wordFile(clean, { 'word/embeddings/inner.docx': wordFile(text(id)) }),
      '内嵌文件 inner.docx',
    ],
    [
      'an embedded workbook in an embedded Word file',
      wordFile(clean, {
        'word/embeddings/a.docx': wordFile(clean, {
          'word/embeddings/b.xlsx': bookFile([{ name: 's', rows: row(cell('A1', id)) }]),
        }),
      }),
      '内嵌文件 a.docx 内嵌文件 b.xlsx 表“s”!A1',
    ],
    [
      'an embedded object',
      wordFile(clean, {
        'word/embeddings/ole.bin': Buffer.concat([
          Buffer.from([0xd0, 0xcf, 1]),
          Buffer.from(`证号 ${id} 。`, 'utf16le'),
        ]),
      }),
      '内嵌对象 ole.bin',
    ],
    [
      'an embedded page',
      wordFile(clean, { 'word/afchunk.html': `<p>${a}<b>${b}</b>${c}</p>` }),
      '内嵌网页 afchunk.html',
    ],
  ])('leaks by %s', async (_, bytes, at) => {
    const places = await found('稿件.docx', bytes);
    expect(places.some((place) => place.startsWith(at))).toBe(true);
  });

  it('as a library writes it leaks too, and stays silent when there is nothing', async () => {
    const make = (children: TextRun[]) =>
      Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
    expect(
      await found('a.docx', make([new TextRun(a), new TextRun({ text: b, bold: true }), new TextRun(c)])),
    ).toHaveLength(1);
    expect((await checkBytes('a.docx', await make([new TextRun('守信的故事')]))).findings).toEqual([]);
  });
});

describe('a workbook', () => {
  it.each<[string, Uint8Array, string]>([
    ['a string', bookFile([{ name: '名册', rows: row(cell('B2', '0', 's')) }], [id]), '表“名册”!B2'],
    [
      'a rich string',
      bookFile([{ name: '名册', rows: row(cell('B2', '0', 's')) }], [`<r><t>${a}</t></r><r><t>${b + c}</t></r>`]),
      '表“名册”!B2',
    ],
    [
      'an inline string',
      bookFile([{ name: 's', rows: `<row><c r="A1" t="inlineStr"><is><t>${id}</t></is></c></row>` }]),
      '表“s”!A1',
    ],
    [
      'a hidden sheet',
      bookFile(
        [
          { name: '公开', rows: '' },
          { name: '底稿', state: 'veryHidden', rows: row(cell('C3', '0', 's')) },
        ],
        [id],
      ),
      '隐藏表“底稿”!C3',
    ],
    ['a string no cell uses any more', bookFile([{ name: 's', rows: '' }], [id]), '没有单元格再用的文字'],
    [
      'one digit a cell',
      bookFile([{ name: 's', rows: row(...[...id].map((d, i) => cell(`${String.fromCharCode(65 + i)}1`, d, 'str'))) }]),
      '表“s”!A1',
    ],
    [
      'a formula',
      bookFile([{ name: 's', rows: `<row><c r="A1" t="str"><f>"${a}"&amp;"${b + c}"</f><v>略</v></c></row>` }]),
      '表“s”!A1公式',
    ],
    [
      'a comment',
      bookFile([{ name: 's', rows: '' }], [], {
        'xl/comments1.xml': `<comments><commentList><comment ref="A1"><text><r><t>${a}</t></r><r><t>${b + c}</t></r></text></comment></commentList></comments>`,
      }),
      '批注',
    ],
    [
      'a page footer',
      bookFile([{ name: 's', rows: '', more: `<headerFooter><oddFooter>&amp;C${id}</oddFooter></headerFooter>` }]),
      '表“s” oddFooter',
    ],
    [
      'a pivot cache',
      bookFile([{ name: 's', rows: '' }], [], { 'xl/pivotCache/pivotCacheRecords1.xml': `<r><s v="${id}"/></r>` }),
      '数据透视表缓存',
    ],
    ['a sheet name', bookFile([{ name: id, rows: '' }]), '工作表名'],
  ])('leaks by %s', async (_, bytes, at) => {
    const places = await found('名册.xlsx', bytes);
    expect(places.some((place) => place.startsWith(at))).toBe(true);
  });

  it('leaks by numbers, rounded as spreadsheets round them', async () => {
    const rounded = `${id.slice(0, 15)}000`;
    for (const value of [rounded, `${id[0]}.${id.slice(1, 15)}E+17`, `${id[0]}.${id.slice(1, 15)}E17`]) {
      expect(await checkBytes('a.xlsx', bookFile([{ name: 's', rows: row(cell('D4', value)) }]))).toMatchObject({
        blocked: true,
        findings: [{ at: '表“s”!D4' }],
      });
    }
    const phones = bookFile([{ name: 's', rows: row(cell('A1', fiction.phone()), cell('A2', '1.3912345678E10')) }]);
    expect((await checkBytes('a.xlsx', phones)).findings).toMatchObject([
      { rule: 'personal-data/phone' },
      { rule: 'personal-data/phone' },
    ]);
  });

  it('as a library writes it leaks too', async () => {
    const made = await writeExcel([[{ value: '证号' }], [{ value: id, type: String }]]).toBuffer();
    expect(await found('a.xlsx', made)).toEqual(['表“Sheet1”!A2']);
  });
});

describe('a PDF', () => {
  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['a page', () => pdfFile((pdf) => pdf.text(`ID ${id}`)), '第1页'],
    ['the second page', () => pdfFile((pdf) => pdf.text('page').addPage().text(id)), '第2页'],
    [
      'glyphs one by one',
      () => pdfFile((pdf) => [...id].forEach((d, i) => pdf.text(d, 72 + i * 8, 100, { lineBreak: false }))),
      '第1页',
    ],
    [
      'glyphs painted from right to left',
      () =>
        pdfFile((pdf) =>
          [...id]
            .map((d, i) => [d, i] as const)
            .reverse()
            .forEach(([d, i]) => pdf.text(d, 72 + i * 8, 100, { lineBreak: false })),
        ),
      '第1页',
    ],
    ['white letters', () => pdfFile((pdf) => pdf.fillColor('white').text(id)), '第1页'],
    ['properties', () => pdfFile((pdf) => pdf.text('page'), { info: { Subject: id } }), '文档属性'],
    ['an annotation', () => pdfFile((pdf) => pdf.text('page').note(10, 10, 50, 50, id)), '第1页批注'],
    ['a link', () => pdfFile((pdf) => pdf.text('page', { link: `https://e.cn/${id}` })), '第1页批注'],
    [
      'an attachment',
      () => pdfFile((pdf) => pdf.text('page').file(Buffer.from(`${a} ${b} ${c}`), { name: 'list.txt' })),
      '附件 list.txt',
    ],
    [
      'an attached workbook',
      () =>
        pdfFile((pdf) =>
          pdf
            .text('page')
            .file(Buffer.from(bookFile([{ name: 's', rows: row(cell('A1', id, 'str')) }])), { name: 'list.xlsx' }),
        ),
      '附件 list.xlsx 表“s”!A1',
    ],
    [
      'a file pinned to a page',
      () => pdfFile((pdf) => pinFile(pdf.text('page'), { src: Buffer.from(id), name: 'pin.txt' })),
      '附件 pin.txt',
    ],
    [
      'a bookmark',
      () =>
        pdfFile((pdf) => {
          pdf.text('page');
          pdf.outline.addItem(id);
        }),
      '书签',
    ],
  ])('leaks by %s', async (_, make, at) => {
    const places = await found('公告.pdf', make());
    expect(places.some((place) => place.startsWith(at))).toBe(true);
  });
});

describe('other things', () => {
  it('names of files: told, and masked where they are told', async () => {
    const report = await checkBytes(`/tmp/${id}的材料.txt`, Buffer.from('你好'));
    expect(report).toMatchObject({ blocked: true, findings: [{ ...leak, at: '文件名' }] });
    expect(report.file).toBe(`/tmp/${id.slice(0, 4)}${'*'.repeat(13)}${id.slice(-1)}的材料.txt`);
  });

  it.each<[string, string]>([
    ['an attribute', `<img src="a.png" alt="证${id}">`],
    ['a comment', `<!-- ${id} -->`],
    ['an address', `<a href="/x?id=${encodeURIComponent(`${a} ${b} ${c}`)}">x</a>`],
    ['a script', `<script>var n = "${id}"</script>`],
    ['a form', `<input type="hidden" value="${id}">`],
    ['a meta tag', `<meta name="description" content="${id}">`],
    ['cells', `<table><tr><td>${a}</td><td>${b}</td><td>${c}</td></tr></table>`],
    ['a title', `<title>${id}</title>`],
  ])('a page leaks by %s, also inside Markdown', async (_, html) => {
    expect(await found('a.html', Buffer.from(`<p>x</p>\n${html}`))).not.toEqual([]);
    expect(await found('a.md', Buffer.from(`x\n\n${html}`))).not.toEqual([]);
  });

  it('a text in GBK, in UTF-16 with a mark and without one', async () => {
    const gbk = Buffer.concat([Buffer.from([0xd6, 0xa4, 0xba, 0xc5]), Buffer.from(` ${id}\r\n`)]);
    for (const bytes of [
      gbk,
      Buffer.from(`\ufeff证号${id}`, 'utf16le'),
      Buffer.from(`no ${id}`, 'utf16le'),
      Buffer.from(`\ufeff证号${id}`, 'utf16le').swap16(),
      Buffer.from(`\ufeff证号${id}`),
    ]) {
      expect(await found('a.txt', bytes)).toHaveLength(1);
    }
  });

  it('a file in a ZIP', async () => {
    expect(
      await found(
        'a.zip',
        zip({ 'in/a.txt': id, '名册.xlsx': bookFile([{ name: 's', rows: row(cell('A1', id, 'str')) }]) }),
      ),
    ).toEqual(['in/a.txt 1:1', '名册.xlsx 表“s”!A1']);
  });
});
