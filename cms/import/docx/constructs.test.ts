import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { convert } from '../convert.ts';
import { htmlOf, p, r, relations, styled, table, word } from '../testing/word-parts.ts';

async function read(body: string, parts: Record<string, string | Uint8Array> = {}) {
  const story = await convert('w.docx', word(body, parts));
  return { html: htmlOf(story), notes: story.notes, story };
}
const box = (inside: string) => `<wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx>`;
const drawing = (inside: string, uri = '') =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="对象 1"/><a:graphic><a:graphicData uri="${uri}">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

describe('what Word draws', () => {
  it('equations are one line of words, and said', async () => {
    const { html, notes } = await read(
      p(
        `${r('守信率')}<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f></m:oMath>${r('。')}`,
      ) +
        `<m:oMathPara><m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></m:oMathPara>`,
    );
    expect(html).toBe('<p>守信率(a+b)/c。</p><p>x²</p>');
    expect(notes).toEqual(['第1段“守信率(a+b)/c…”里、第2段“x²”里的公式写成了一行文字：请核对。']);
  });

  it('old equations and EQ fields cannot be read, and say where they were; numbers in circles can', async () => {
    const field = (code: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const ole =
      '<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Equation.3"/></w:object></w:r>';
    const { html, notes } = await read(
      p(r('甲') + ole) + p(r('乙') + field('EQ \\f(1,2)')) + p(field('EQ \\o\\ac(○,3)') + r('丙')),
    );
    expect(html).toBe('<p>甲</p><p>乙</p><p>③丙</p>');
    expect(notes).toEqual(['第1段“甲”里、第2段“乙”里的公式没有带入：请在正文里补写。']);
  });

  it('text boxes of both kinds come behind their paragraph', async () => {
    const vml = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(r('旧式框里的话。'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(p(r('新式框里的话。')))}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(r('新式框里的话。'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const { html, notes } = await read(p(r('一。') + vml) + p(r('二。') + both));
    expect(html).toBe('<p>一。</p><p>旧式框里的话。</p><p>二。</p><p>新式框里的话。</p>');
    expect(notes).toEqual(['第1段“一。”里、第3段“二。”里有文本框，文字接在这一段后面：请核对位置。']);
  });

  it('charts, SmartArt, ink, shapes and embedded objects are told, with the words in them', async () => {
    const parts = {
      '_rels/document.xml.rels': relations(
        ['c1', 'chart', 'charts/chart7.xml'],
        ['d1', 'diagramData', 'diagrams/data9.xml'],
      ),
      'charts/chart7.xml': '<c:chartSpace><c:chart><c:title><a:t>办结率</a:t></c:title></c:chart></c:chartSpace>',
      'diagrams/data9.xml': '<dgm:pt><a:t>受理</a:t></dgm:pt><dgm:pt><a:t>核实</a:t></dgm:pt>',
    };
    const body =
      p(drawing('<c:chart r:id="c1"/>')) +
      p(r('甲') + drawing('<dgm:relIds r:dm="d1"/>')) +
      p(drawing('<wps:wsp><wps:spPr/></wps:wsp>', 'shape')) +
      p(r('乙') + '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>') +
      p('<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>');
    const { html, notes } = await read(body, parts);
    expect(html).toBe('<p>甲</p><p>乙</p><p>艺术字</p>');
    expect(notes).toEqual([
      '正文开头的图表“办结率”没有带入：请截图补上。',
      '第1段“甲”里的 SmartArt 图形没有带入，里面的文字是“受理 核实”：请截图补上，或把文字写进正文。',
      '第1段后的图形（线条、箭头等）没有带入：有用的请截图补上。',
      '第2段“乙”里嵌入的对象（Excel.Sheet.12）没有带入：需要的请另行上传或截图。',
      '第3段“艺术字”里的艺术字照普通文字带入。',
    ]);
  });

  it('of a cropped picture only what is shown is taken, in both ways of drawing', async () => {
    const half = (left: string, right: string) =>
      sharp({ create: { width: 40, height: 40, channels: 3, background: left } })
        .composite([{ input: { create: { width: 20, height: 40, channels: 3, background: right } }, left: 20, top: 0 }])
        .png()
        .toBuffer();
    const parts = {
      '_rels/document.xml.rels': relations(
        ['i1', 'image', 'media/a.png'],
        ['i2', 'image', 'https://a.example/b.png', true],
      ),
      'media/a.png': new Uint8Array(await half('#00ff00', '#ff0000')),
    };
    const picture = (id: string, crop = '') =>
      drawing(`<pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${crop}</pic:blipFill></pic:pic>`);
    const vml = '<w:r><w:pict><v:shape><v:imagedata r:id="i1" cropright="32768f"/></v:shape></w:pict></w:r>';
    const { notes, story } = await read(
      p(picture('i1', '<a:srcRect r="50000"/>')) +
        p(vml) +
        p(picture('i1')) +
        p(picture('i2')) +
        p(picture('gone')) +
        p(r('完。')),
      parts,
    );
    expect(story.pictures).toHaveLength(3);
    for (const { bytes } of story.pictures.slice(0, 2)) {
      const { dominant } = await sharp(bytes ?? new Uint8Array()).stats();
      expect([dominant.g > 200, dominant.r < 50]).toEqual([true, true]);
      expect(await sharp(bytes ?? new Uint8Array()).metadata()).toMatchObject({ width: 20, height: 40 });
    }
    expect(await sharp(story.pictures[2]?.bytes ?? new Uint8Array()).metadata()).toMatchObject({ width: 40 });
    expect(notes.join('')).toMatch(/图片在别处（https:\/\/a\.example\/b\.png）.*有一张图片在文件里找不到/);
  });

  it('a cropped picture that cannot be cut is left out rather than shown whole', async () => {
    const parts = {
      '_rels/document.xml.rels': relations(['i1', 'image', 'media/a.emf']),
      'media/a.emf': new Uint8Array([1, 0, 0, 0, 9, 9]),
    };
    const { notes, story } = await read(
      p(drawing('<pic:pic><pic:blipFill><a:blip r:embed="i1"/><a:srcRect l="30000"/></pic:blipFill></pic:pic>')) +
        p(r('完。')),
      parts,
    );
    expect(story.pictures[0]?.bytes).toBeNull();
    expect(notes).toEqual([expect.stringContaining('第1张图片在 Word 里裁剪过')]);
  });
});

describe('what Word hides', () => {
  it('hidden runs, and those that a style hides, stay hidden and are said', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Gone"><w:name w:val="隐藏"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Note"><w:name w:val="批语"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const { html, notes } = await read(
      p(r('公开。') + r('密一', '<w:vanish/>') + r('不密', '<w:vanish w:val="0"/>')) +
        p(r('密二', '<w:rStyle w:val="Gone"/>') + r('也公开。')) +
        styled('密三', 'Note'),
      { 'styles.xml': styles },
    );
    expect(html).toBe('<p>公开。不密</p><p>也公开。</p>');
    expect(notes).toEqual(['第1段“公开。不密”里、第2段“也公开。”里、第2段后有隐藏文字没有带入：要公开的请补写。']);
  });

  it('tracked changes are taken as accepted, comments left out; both are said', async () => {
    const { html, notes } = await read(
      p(
        `${r('还清')}<w:del><w:r><w:delText>欠下</w:delText></w:r></w:del><w:ins>${r('贷款')}</w:ins>${r('。')}<w:r><w:commentReference w:id="1"/></w:r>`,
      ) +
        p(r('前半'), '<w:rPr><w:del w:id="1"/></w:rPr>') +
        p(r('后半。')),
      { 'comments.xml': '<w:comment w:id="1"/>' },
    );
    expect(html).toBe('<p>还清贷款。</p><p>前半后半。</p>');
    expect(notes).toEqual([
      '第1段“还清贷款。”里有修订痕迹：按接受全部修订带入，请核对。',
      '第1段“还清贷款。”里有批注没有带入：要用的请写进正文。',
    ]);
  });

  it('words of a paragraph whose end was deleted go on in the next one, in its own cell, or stand alone', async () => {
    const open = (text: string) => p(r(text), '<w:rPr><w:del w:id="1"/></w:rPr>');
    expect(
      (
        await read(
          open('一，') + '<w:bookmarkStart w:name="x"/>' + p(r('二。')) + table([open('三'), p(r('四'))]) + open('五'),
        )
      ).html,
    ).toBe('<p>一，二。</p><table><tbody><tr><td>三</td><td>四</td></tr></tbody></table><p>五</p>');
    const smart = drawing('<dgm:relIds r:dm="none"/>');
    expect((await read(p(r('甲') + drawing(box(p(smart)))))).notes).toEqual([
      '第1段“甲”里的 SmartArt 图形没有带入：请截图补上，或把文字写进正文。',
    ]);
  });

  it('headers and footers are said when they hold more than page numbers', async () => {
    const rels = relations(['h', 'header', 'header1.xml'], ['f', 'footer', 'footer1.xml']);
    const page = p(r('第 1 页 共 2 页'));
    expect(
      (await read(p(r('文。')), { '_rels/document.xml.rels': rels, 'header1.xml': page, 'footer1.xml': page })).notes,
    ).toEqual([]);
    expect(
      (
        await read(p(r('文。')), {
          '_rels/document.xml.rels': rels,
          'header1.xml': p(r('示例办〔2026〕9号')),
          'footer1.xml': page,
        })
      ).notes,
    ).toEqual(['页眉、页脚的文字（“示例办〔2026〕9号”）没有带入：需要的请补写。']);
  });
});

describe('what Word says with signs', () => {
  it('high and low signs stay so, set by hand or by a style', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    const { html, notes } = await read(
      p(
        r('3×10') +
          r('-4', '<w:vertAlign w:val="superscript"/>') +
          r('，CO') +
          r('2', '<w:vertAlign w:val="subscript"/>') +
          r('，25m') +
          r('2', '<w:rStyle w:val="Up"/>'),
      ),
      { 'styles.xml': styles },
    );
    expect(html).toBe('<p>3×10⁻⁴，CO₂，25m²</p>');
    expect(notes).toEqual([]);
    const odd = await read(p(r('总额') + r('注', '<w:vertAlign w:val="superscript"/>')));
    expect([odd.html, odd.notes]).toEqual(['<p>总额[注]</p>', [expect.stringContaining('上标或下标没有相应的字符')]]);
  });

  it('boxes say whether they are ticked: content controls, form fields, signs of fonts', async () => {
    const control = (state: string, shown: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${state}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r(shown)}</w:sdtContent></w:sdt>`;
    const form = (inside: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${inside}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const letter = (text: string, font: string) =>
      `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const { html, notes } = await read(
      p(
        control('1', '☒') +
          r('甲') +
          control('0', '☐') +
          r('乙') +
          form('<w:default w:val="0"/><w:checked/>') +
          r('丙') +
          form('<w:default w:val="0"/>') +
          r('丁'),
      ) +
        p(
          sign('Wingdings', 'F0FE') +
            r('甲') +
            sign('Wingdings', 'F0A8') +
            r('乙') +
            sign('Wingdings 2', 'F052') +
            r('丙') +
            letter('\uf0a3', 'Wingdings 2') +
            r('丁') +
            letter('o', 'Wingdings') +
            r('戊') +
            sign('Symbol', 'F0B3') +
            r('9'),
        ) +
        p(r('认不出') + sign('Wingdings', 'F0FF')),
    );
    expect(html).toBe('<p>☑甲☐乙☑丙☐丁</p><p>☑甲☐乙☑丙☐丁□戊≥9</p><p>认不出</p>');
    expect(notes).toEqual([expect.stringMatching(/^第3段.*特殊字体的符号认不出来/)]);
  });

  it('foot- and endnotes stand at the end, as pasting writes them', async () => {
    const note = (id: number, text: string) =>
      `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(text)}`)}</w:footnote>`;
    const up = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>';
    const { html } = await read(
      p(
        `${r('甲')}<w:r>${up}<w:footnoteReference w:id="5"/></w:r>${r('乙')}<w:r><w:endnoteReference w:id="1"/></w:r>`,
      ) + p(r('丙。')),
      {
        'footnotes.xml': note(0, '') + note(5, '注一。'),
        'endnotes.xml': `<w:endnote w:id="1">${p(r('注二。'))}</w:endnote>`,
      },
    );
    expect(html).toBe('<p>甲[1]乙[2]</p><p>丙。</p><p>[1] 注一。</p><p>[2] 注二。</p>');
  });

  it('struck words are kept and said; ruby stands in brackets', async () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${r('kuí')}</w:rt><w:rubyBase>${r('夔')}</w:rubyBase></w:ruby></w:r>`;
    const { html, notes } = await read(p(r('旧', '<w:strike/>') + r('新')) + p(ruby + r('州')));
    expect(html).toBe('<p>旧新</p><p>夔（kuí）州</p>');
    expect(notes).toEqual([expect.stringMatching(/^第1段.*删除线没有保留/)]);
  });
});
