import { describe, expect, it } from 'vitest';
import { convert } from '../convert.ts';
import { htmlOf, p, r, relations, table, word } from '../testing/word-parts.ts';

/** What else Word holds that a page has no place for: each arrives or is named. */
async function read(body: string, parts: Record<string, string | Uint8Array> = {}) {
  const story = await convert('w.docx', word(body, parts));
  return { html: htmlOf(story), notes: story.notes };
}
const drawing = (inside: string, more = '') =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x">${more}</wp:docPr><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const picture = (properties = '', blip = '') =>
  `<pic:pic><pic:blipFill><a:blip r:embed="i1">${blip}</a:blip></pic:blipFill><pic:spPr>${properties}</pic:spPr></pic:pic>`;
const box = (inside: string) => `<wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp>`;
const field = (code: string, result = '') =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const media = {
  '_rels/document.xml.rels': relations(['i1', 'image', 'media/a.png'], ['l1', 'hyperlink', 'https://a.example/', true]),
  'media/a.png': new Uint8Array([1]),
};
const figure = '<figure><img data-media="old:0" alt=""></figure>';

describe('fields', () => {
  it('of which the file keeps no result are named, unless they show nothing', async () => {
    const { html, notes } = await read(
      p(r('图') + field(' SEQ 图 ') + r('流程')) +
        p(`${r('表')}<w:fldSimple w:instr="SEQ 表"/>`) +
        p(`${r('式')}<w:fldSimple w:instr="EQ \\f(1,2)"/>`) +
        p(r('无') + field(' XE "词" ') + field(' PAGE ') + field('') + field(' HYPERLINK "https://a.example/" ')),
    );
    expect(html).toBe('<p>图流程</p><p>表</p><p>式</p><p>无</p>');
    expect(notes).toEqual([
      '第1段“图流程”里有一个域（SEQ 图）没有存下结果，没有带入：请在正文里补写。',
      '第2段“表”里有一个域（SEQ 表）没有存下结果，没有带入：请在正文里补写。',
      '第3段“式”里的公式没有带入：请在正文里补写。',
    ]);
  });

  it('with a result are this result, and a button is its words', async () => {
    const { html, notes } = await read(
      p(
        r('图') +
          field(' SEQ 图 ', r('3')) +
          `<w:fldSimple w:instr="REF x">${r('见下')}</w:fldSimple>` +
          field(' MACROBUTTON NoMacro [点击此处输入] '),
      ) + p(field(' SYMBOL 254 \\f "Wingdings" ', r('☑')) + r('同意')),
    );
    expect([html, notes]).toEqual(['<p>图3见下[点击此处输入]</p><p>☑同意</p>', []]);
  });
});

describe('around the text', () => {
  it('a watermark and pictures in headers are told', async () => {
    const parts = {
      '_rels/document.xml.rels': relations(['h', 'header', 'header1.xml'], ['f', 'footer', 'footer1.xml']),
      'header1.xml': p('<w:r><w:pict><v:shape><v:textpath string="内部资料"/></v:shape></w:pict></w:r>'),
      'footer1.xml': p(drawing(picture())),
    };
    expect((await read(p(r('文。')), parts)).notes).toEqual([
      '水印“内部资料”没有带入：请核对这份文件能不能公开。',
      '页眉、页脚里的图片没有带入：需要的请另行上传。',
    ]);
  });
});

describe('drawings', () => {
  it('words drawn on a canvas are named', async () => {
    const { html, notes } = await read(
      p(
        r('甲') +
          drawing(
            '<lc:lockedCanvas><a:sp><a:txSp><a:txBody><a:p><a:r><a:t>画布里的字</a:t></a:r></a:p></a:txBody></a:txSp></a:sp></lc:lockedCanvas>',
          ),
      ),
    );
    expect([html, notes]).toEqual([
      '<p>甲</p>',
      ['第1段“甲”里的图形没有带入，里面的文字是“画布里的字”：请截图补上，或把文字写进正文。'],
    ]);
  });

  it.each([
    [
      'DrawingML',
      drawing(`<wpg:wgp>${box(p(r('受理')))}<wps:wsp><wps:spPr/></wps:wsp><wps:cxnSp/>${box(p(r('办结')))}</wpg:wgp>`),
    ],
    [
      'VML',
      `<w:r><w:pict><v:group>${['受理', '办结'].map((words) => `<v:rect><v:textbox><w:txbxContent>${p(r(words))}</w:txbxContent></v:textbox></v:rect>`).join('<v:line/>')}</v:group></w:pict></w:r>`,
    ],
  ])('the arrows between the boxes of a flow chart are told (%s)', async (_, chart) => {
    const { html, notes } = await read(p(r('甲') + chart));
    expect(html).toBe('<p>甲</p><p>受理</p><p>办结</p>');
    expect(notes).toEqual([
      '第1段“甲”里有文本框，文字接在这一段后面：请核对位置。',
      '第1段“甲”里的图形（线条、箭头等）没有带入：有用的请截图补上。',
    ]);
  });

  it('a film, a link and a turn of a picture are told; the picture comes', async () => {
    const film = drawing(
      picture(
        '',
        '<a:extLst><a:ext uri="x"><wp15:webVideoPr embeddedHtml="&lt;iframe src=&quot;https://v.example/1&quot;&gt;"/></a:ext></a:extLst>',
      ),
    );
    expect(await read(p(film) + p(r('完。')), media)).toEqual({
      html: `${figure}<p>完。</p>`,
      notes: ['正文开头的视频（https://v.example/1）没有带入，只留下画面：请另行上传或改成链接。'],
    });
    expect(await read(p(drawing(picture(), '<a:hlinkClick r:id="l1"/>')) + p(r('完。')), media)).toEqual({
      html: `${figure}<p>完。</p>`,
      notes: ['正文开头图片上的链接（https://a.example/）没有带入：需要的请在正文里写明。'],
    });
    for (const turn of ['rot="5400000"', 'flipH="1"', 'flipV="true"'])
      expect((await read(p(drawing(picture(`<a:xfrm ${turn}/>`))) + p(r('完。')), media)).notes).toEqual([
        '正文开头的图片在 Word 里转过方向或翻过面，照没有转的带入：请核对。',
      ]);
    expect((await read(p(drawing(picture('<a:xfrm rot="0" flipH="0"/>'))) + p(r('完。')), media)).notes).toEqual([]);
  });
});

describe('tables and forms', () => {
  it('a row that begins further right stays under its columns; a picture in a cell and a deleted cell are told', async () => {
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`;
    expect(
      (
        await read(
          `<w:tbl><w:tr>${cell('甲')}${cell('乙')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('丙')}</w:tr></w:tbl>`,
        )
      ).html,
    ).toBe('<table><tbody><tr><td>甲</td><td>乙</td></tr><tr><td></td><td>丙</td></tr></tbody></table>');
    const { html, notes } = await read(
      table([p(r('甲')), p(drawing(picture()))]) +
        `<w:tbl><w:tr>${cell('删', '<w:cellDel/>')}${cell('留')}</w:tr></w:tbl>`,
      media,
    );
    expect(html).toBe(
      `<table><tbody><tr><td>甲</td><td></td></tr></tbody></table>${figure}<table><tbody><tr><td>留</td></tr></tbody></table>`,
    );
    expect(notes).toEqual([
      '第1段后有单元格里的图片，放到了表格后面：请核对位置。',
      '第2段后有修订痕迹：按接受全部修订带入，请核对。',
    ]);
  });

  it('underlined blanks are lines to write on; Chinese letters behind a ticked box stay', async () => {
    const { html, notes } = await read(
      p(
        r('姓名') +
          r('        ', '<w:u w:val="single"/>') +
          r('年龄') +
          '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:tab/></w:r>' +
          r('    ', '<w:u w:val="none"/>') +
          r('住') +
          r('南河', '<w:u w:val="single"/>'),
      ) + p('<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr><w:t>R同意</w:t></w:r>'),
    );
    expect([html, notes]).toEqual(['<p>姓名________年龄____ 住南河</p><p>☑同意</p>', []]);
  });
});
