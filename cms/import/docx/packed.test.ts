import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { convert } from '../convert.ts';
import { htmlOf, p, r, relations, table, title, word } from '../testing/word-parts.ts';

async function read(body: string, parts: Record<string, string | Uint8Array> = {}) {
  const story = await convert('w.docx', word(body, parts));
  return { html: htmlOf(story), notes: story.notes, story };
}
const box = (inside: string) => `<wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx>`;
const drawing = (inside: string, uri = '') =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="对象 1"/><a:graphic><a:graphicData uri="${uri}">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

describe('what a file packs', () => {
  it('words in wrappers that nobody knows are words', async () => {
    const { html, notes } = await read(
      p(
        `<w:smartTag w:element="City">${r('示例市')}</w:smartTag><w:customXml>${r('在')}</w:customXml><w:dir w:val="ltr">${r('此')}</w:dir><w:fldSimple w:instr=" REF x ">${r('处')}</w:fldSimple><w:sdt><w:sdtContent>${r('。')}</w:sdtContent></w:sdt><x:later>${r('新元素')}</x:later>`,
      ) + `<w:sdt><w:sdtContent>${p(r('一段。'))}</w:sdtContent></w:sdt><w:ins>${p(r('又一段。'))}</w:ins>`,
    );
    expect(html).toBe('<p>示例市在此处。新元素</p><p>一段。</p><p>又一段。</p>');
    expect(notes).toEqual([]);
  });

  it('embedded pages, texts and documents are read in place; others are said', async () => {
    const parts = {
      '_rels/document.xml.rels': relations(
        ['a', 'aFChunk', 'a.html'],
        ['b', 'aFChunk', 'b.txt'],
        ['c', 'aFChunk', 'c.docx'],
        ['d', 'aFChunk', 'd.mht'],
      ),
      'a.html': '<html><body><p>网页里的通知。</p></body></html>',
      'b.txt': '纯文字。',
      'c.docx': word(p(r('另一个文件。'))),
      'd.mht': 'MIME-Version: 1.0',
    };
    const { html, notes } = await read(
      ['a', 'b', 'c', 'd'].map((id) => `<w:altChunk r:id="${id}"/>`).join('') + p(r('完。')),
      parts,
    );
    expect(html).toBe('<p>网页里的通知。</p><p>纯文字。</p><p>守信事项办事指南</p><p>另一个文件。</p><p>完。</p>');
    expect(notes).toEqual([
      '第1段后、第2段后、第4段后有一段嵌入的文件，文字已放进正文：请核对位置。',
      '第4段后有一段嵌入的文件没有带入：请打开原文复制过来。',
    ]);
  });

  it('web archives, in which some programs pack a whole text, are read', async () => {
    const page = '<html><body><p>网页存档里的通知，2=2。</p></body></html>';
    const printed = Buffer.from(page)
      .toString('latin1')
      .replace(/[=\x80-\xff]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
      .replace(/.{60}(?![^=]{0,2}$)/g, (line) => (/=.?$/.test(line) ? line : `${line}=\r\n`));
    const archive = (coding: string, body: string) =>
      `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n  type="text/html"; boundary="--=part"\r\n\r\n----=part\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${coding}\r\n\r\n${body}\r\n----=part--\r\n`;
    for (const [coding, body] of [
      ['quoted-printable', printed],
      ['base64', Buffer.from(page).toString('base64')],
      ['8bit', page],
    ] as const) {
      expect(
        (
          await read('<w:altChunk r:id="a"/>', {
            '_rels/document.xml.rels': relations(['a', 'aFChunk', 'afchunk.mht']),
            'afchunk.mht': archive(coding, body),
          })
        ).html,
      ).toBe('<p>网页存档里的通知，2=2。</p>');
    }
  });

  it('a document in a document keeps its own pictures and notes', async () => {
    const picture = drawing('<pic:pic><pic:blipFill><a:blip r:embed="i1"/></pic:blipFill></pic:pic>');
    const held = (byte: number) => ({
      '_rels/document.xml.rels': relations(['i1', 'image', 'media/a.png'], ['c', 'aFChunk', 'c.docx']),
      'media/a.png': new Uint8Array([byte]),
    });
    const inner = word(p(r('里面。') + '<w:r><w:footnoteReference w:id="1"/></w:r>') + p(picture), {
      ...held(7),
      'footnotes.xml': `<w:footnote w:id="1">${p(r('里面的注。'))}</w:footnote>`,
    });
    const { html, story } = await read(p(picture) + '<w:altChunk r:id="c"/>' + p(r('外面。')), {
      ...held(1),
      'c.docx': inner,
    });
    expect(html).toBe(
      '<figure><img data-media="old:0" alt=""></figure><p>守信事项办事指南</p><p>里面。[1]</p><figure><img data-media="old:1" alt=""></figure><p>[1] 里面的注。</p><p>外面。</p>',
    );
    expect(story.pictures.map(({ bytes }) => bytes?.[0])).toEqual([1, 7]);
  });

  it('tables in cells are lines, merged cells span', async () => {
    const merged =
      '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>合</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>宽</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr/><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc><w:tc><w:tcPr/><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    expect((await read(merged)).html).toBe(
      '<table><tbody><tr><td rowspan="2">合</td><td colspan="2">宽</td></tr><tr><td>一</td><td>二</td></tr></tbody></table>',
    );
    expect(
      (await read(table([p(r('甲')), table([p(r('子')), p(r('1'))], [p(r('丑')), p(r('2'))]) + p('')]))).html,
    ).toContain('<td>子　1<br>丑　2</td>');
  });

  it('links of both kinds are kept; files beside the document are said', async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('乙')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { html, notes } = await read(
      p(
        `<w:hyperlink r:id="l1">${r('甲')}</w:hyperlink>${field}<w:hyperlink r:id="l2">${r('报名表.doc')}</w:hyperlink><w:hyperlink w:anchor="x">${r('丙')}</w:hyperlink>`,
      ),
      {
        '_rels/document.xml.rels': relations(
          ['l1', 'hyperlink', 'https://a.example/', true],
          ['l2', 'hyperlink', '报名表.doc', true],
        ),
      },
    );
    expect(html).toBe('<p><a href="https://a.example/">甲</a><a href="https://b.example/">乙</a>报名表.doc丙</p>');
    expect(notes).toEqual([expect.stringContaining('附件“报名表.doc”（报名表.doc）没有带入')]);
  });

  it('a main part of any name, folders parted by \\, prefixes of any name', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const document = (prefix: string, text: string) =>
      bytes(
        `<${prefix}:document xmlns:${prefix}="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><${prefix}:body><${prefix}:p><${prefix}:r><${prefix}:t>${text}</${prefix}:t></${prefix}:r></${prefix}:p></${prefix}:body></${prefix}:document>`,
      );
    const files: Record<string, Uint8Array>[] = [
      {
        '_rels/.rels': bytes(relations(['r', 'officeDocument', '/word/main7.xml'])),
        'word/main7.xml': document('w', '正文。'),
      },
      {
        '_rels\\.rels': bytes(relations(['r', 'officeDocument', 'word\\document.xml'])),
        'word\\document.xml': document('w', '正文。'),
      },
      { 'word/document2.xml': document('ns0', '正文。') },
    ];
    for (const file of files) expect(htmlOf(await convert('x.docx', zipSync(file)))).toBe('<p>正文。</p>');
    await expect(
      convert(
        'x.docx',
        zipSync({
          '_rels/.rels': bytes(relations(['r', 'officeDocument', 'xl/workbook.xml'])),
          'xl/workbook.xml': bytes('<workbook/>'),
        }),
      ),
    ).rejects.toThrow('这不是 Word 文件');
    expect(title).toContain('守信事项办事指南');
  });
});

describe('what stands in fields and frames', () => {
  const field = (code: string, form = '') =>
    `<w:r><w:fldChar w:fldCharType="begin">${form}</w:fldChar></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  it('a chosen entry, a sign by its place and a large first letter are words; numbers that a field makes are said', async () => {
    const choice = field(
      ' FORMDROPDOWN ',
      '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲类"/><w:listEntry w:val="乙类"/></w:ddList></w:ffData>',
    );
    const cap = p(r('诚'), '<w:framePr w:dropCap="drop"/>');
    const { html, notes } = await read(
      p(r('类别：') + choice + field(' SYMBOL 254 \\f "Wingdings" \\s 12')) +
        cap +
        p(r('信为本。')) +
        p(field(' LISTNUM ') + r('条目')),
    );
    expect(html).toBe('<p>类别：乙类☑</p><p>诚信为本。</p><p>条目</p>');
    expect(notes).toEqual(['第3段“条目”里有自动编号域的号没有带入：请在正文里补写。']);
  });

  it('of what cannot be shown the picture that stands in for it is taken, never the words that say so', async () => {
    const parts = {
      '_rels/document.xml.rels': relations(['i1', 'image', 'media/a.png']),
      'media/a.png': new Uint8Array([1]),
    };
    const two = (choice: string, fallback: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="x">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r>`;
    const inner = (inside: string) => drawing(inside).replace(/^<w:r>|<\/w:r>$/g, '');
    const picture = '<pic:pic><pic:blipFill><a:blip r:embed="i1"/></pic:blipFill></pic:pic>';
    const { html, notes, story } = await read(
      p(r('甲') + two(inner('<am3d:model3d/>'), inner(picture))) +
        p(r('乙') + two(inner('<cx:chart/>'), inner(box(p(r('您的 Word 太旧')))))),
      parts,
    );
    expect([html, story.pictures.length]).toEqual([
      '<p>甲</p><figure><img data-media="old:0" alt=""></figure><p>乙</p>',
      1,
    ]);
    expect(notes).toEqual(['第2段“乙”里的图表没有带入：请截图补上。']);
  });

  it('parts that are not there, elements in runs that nobody knows, and cells that were deleted', async () => {
    const { html, notes } = await read(
      p(`<w:r><w:t>甲</w:t><zz:wrap><w:t>乙</w:t></zz:wrap><zz:leaf/></w:r><w:r><w:contentPart r:id="x"/></w:r>`) +
        '<w:subDoc r:id="y"/>' +
        '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>留</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    );
    expect(html).toBe('<p>甲乙</p><table><tbody><tr><td>留</td></tr></tbody></table>');
    expect(notes).toEqual([
      '第1段“甲乙”里有没有认出的内容（zz:leaf）没有带入：请核对原文。',
      '第1段“甲乙”里的手写墨迹没有带入：有用的请截图补上。',
      '第1段后有一段嵌入的子文档没有带入：请打开原文复制过来。',
      '第2段后有修订痕迹：按接受全部修订带入，请核对。',
    ]);
  });
});
