import { zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { convert } from '../convert.ts';
import { htmlOf, p, r, relations, styled, table, title, word } from '../testing/word-parts.ts';

async function read(body: string, parts: Record<string, string | Uint8Array> = {}) {
  const story = await convert('w.docx', word(body, parts));
  return { html: htmlOf(story), notes: story.notes, story };
}
const box = (inside: string) => `<wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx>`;
const drawing = (inside: string, uri = '') => `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="对象 1"/><a:graphic><a:graphicData uri="${uri}">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

describe('what Word draws', () => {
  it('equations are one line of words, and said', async () => {
    const { html, notes } = await read(p(`${r('守信率')}<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f></m:oMath>${r('。')}`) + `<m:oMathPara><m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></m:oMathPara>`);
    expect(html).toBe('<p>守信率(a+b)/c。</p><p>x²</p>');
    expect(notes).toEqual(['第1段“守信率(a+b)/c…”里、第2段“x²”里的公式写成了一行文字：请核对。']);
  });

  it('old equations and EQ fields cannot be read, and say where they were; numbers in circles can', async () => {
    const field = (code: string) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const ole = '<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Equation.3"/></w:object></w:r>';
    const { html, notes } = await read(p(r('甲') + ole) + p(r('乙') + field('EQ \\f(1,2)')) + p(field('EQ \\o\\ac(○,3)') + r('丙')));
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
      '_rels/document.xml.rels': relations(['c1', 'chart', 'charts/chart7.xml'], ['d1', 'diagramData', 'diagrams/data9.xml']),
      'charts/chart7.xml': '<c:chartSpace><c:chart><c:title><a:t>办结率</a:t></c:title></c:chart></c:chartSpace>', 'diagrams/data9.xml': '<dgm:pt><a:t>受理</a:t></dgm:pt><dgm:pt><a:t>核实</a:t></dgm:pt>',
    };
    const body = p(drawing('<c:chart r:id="c1"/>')) + p(r('甲') + drawing('<dgm:relIds r:dm="d1"/>')) + p(drawing('<wps:wsp><wps:spPr/></wps:wsp>', 'shape')) + p(r('乙') + '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>') + p('<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>');
    const { html, notes } = await read(body, parts);
    expect(html).toBe('<p>甲</p><p>乙</p><p>艺术字</p>');
    expect(notes).toEqual(['正文开头的图表“办结率”没有带入：请截图补上。', '第1段“甲”里的 SmartArt 图形没有带入，里面的文字是“受理 核实”：请截图补上，或把文字写进正文。', '第1段后的图形（线条、箭头等）没有带入：有用的请截图补上。', '第2段“乙”里嵌入的对象（Excel.Sheet.12）没有带入：需要的请另行上传或截图。', '第3段“艺术字”里的艺术字照普通文字带入。']);
  });

  it('of a cropped picture only what is shown is taken, in both ways of drawing', async () => {
    const half = (left: string, right: string) => sharp({ create: { width: 40, height: 40, channels: 3, background: left } }).composite([{ input: { create: { width: 20, height: 40, channels: 3, background: right } }, left: 20, top: 0 }]).png().toBuffer();
    const parts = { '_rels/document.xml.rels': relations(['i1', 'image', 'media/a.png'], ['i2', 'image', 'https://a.example/b.png', true]), 'media/a.png': new Uint8Array(await half('#00ff00', '#ff0000')) };
    const picture = (id: string, crop = '') => drawing(`<pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${crop}</pic:blipFill></pic:pic>`);
    const vml = '<w:r><w:pict><v:shape><v:imagedata r:id="i1" cropright="32768f"/></v:shape></w:pict></w:r>';
    const { notes, story } = await read(p(picture('i1', '<a:srcRect r="50000"/>')) + p(vml) + p(picture('i1')) + p(picture('i2')) + p(picture('gone')) + p(r('完。')), parts);
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
    const parts = { '_rels/document.xml.rels': relations(['i1', 'image', 'media/a.emf']), 'media/a.emf': new Uint8Array([1, 0, 0, 0, 9, 9]) };
    const { notes, story } = await read(p(drawing('<pic:pic><pic:blipFill><a:blip r:embed="i1"/><a:srcRect l="30000"/></pic:blipFill></pic:pic>')) + p(r('完。')), parts);
    expect(story.pictures[0]?.bytes).toBeNull();
    expect(notes).toEqual([expect.stringContaining('第1张图片在 Word 里裁剪过')]);
  });
});

describe('what Word hides', () => {
  it('hidden runs, and those that a style hides, stay hidden and are said', async () => {
    const styles = '<w:style w:type="character" w:styleId="Gone"><w:name w:val="隐藏"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Note"><w:name w:val="批语"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const { html, notes } = await read(p(r('公开。') + r('密一', '<w:vanish/>') + r('不密', '<w:vanish w:val="0"/>')) + p(r('密二', '<w:rStyle w:val="Gone"/>') + r('也公开。')) + styled('密三', 'Note'), { 'styles.xml': styles });
    expect(html).toBe('<p>公开。不密</p><p>也公开。</p>');
    expect(notes).toEqual(['第1段“公开。不密”里、第2段“也公开。”里、第2段后有隐藏文字没有带入：要公开的请补写。']);
  });

  it('tracked changes are taken as accepted, comments left out; both are said', async () => {
    const { html, notes } = await read(p(`${r('还清')}<w:del><w:r><w:delText>欠下</w:delText></w:r></w:del><w:ins>${r('贷款')}</w:ins>${r('。')}<w:r><w:commentReference w:id="1"/></w:r>`) + p(r('前半'), '<w:rPr><w:del w:id="1"/></w:rPr>') + p(r('后半。')), { 'comments.xml': '<w:comment w:id="1"/>' });
    expect(html).toBe('<p>还清贷款。</p><p>前半后半。</p>');
    expect(notes).toEqual(['第1段“还清贷款。”里有修订痕迹：按接受全部修订带入，请核对。', '第1段“还清贷款。”里有批注没有带入：要用的请写进正文。']);
  });

  it('words of a paragraph whose end was deleted go on in the next one, in its own cell, or stand alone', async () => {
    const open = (text: string) => p(r(text), '<w:rPr><w:del w:id="1"/></w:rPr>');
    expect((await read(open('一，') + '<w:bookmarkStart w:name="x"/>' + p(r('二。')) + table([open('三'), p(r('四'))]) + open('五'))).html).toBe('<p>一，二。</p><table><tbody><tr><td>三</td><td>四</td></tr></tbody></table><p>五</p>');
    const smart = drawing('<dgm:relIds r:dm="none"/>');
    expect((await read(p(r('甲') + drawing(box(p(smart)))))).notes).toEqual(['第1段“甲”里的 SmartArt 图形没有带入：请截图补上，或把文字写进正文。']);
  });

  it('headers and footers are said when they hold more than page numbers', async () => {
    const rels = relations(['h', 'header', 'header1.xml'], ['f', 'footer', 'footer1.xml']);
    const page = p(r('第 1 页 共 2 页'));
    expect((await read(p(r('文。')), { '_rels/document.xml.rels': rels, 'header1.xml': page, 'footer1.xml': page })).notes).toEqual([]);
    expect((await read(p(r('文。')), { '_rels/document.xml.rels': rels, 'header1.xml': p(r('示例办〔2026〕9号')), 'footer1.xml': page })).notes).toEqual(['页眉、页脚的文字（“示例办〔2026〕9号”）没有带入：需要的请补写。']);
  });
});

describe('what Word says with signs', () => {
  it('high and low signs stay so, set by hand or by a style', async () => {
    const styles = '<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    const { html, notes } = await read(p(r('3×10') + r('-4', '<w:vertAlign w:val="superscript"/>') + r('，CO') + r('2', '<w:vertAlign w:val="subscript"/>') + r('，25m') + r('2', '<w:rStyle w:val="Up"/>')), { 'styles.xml': styles });
    expect(html).toBe('<p>3×10⁻⁴，CO₂，25m²</p>');
    expect(notes).toEqual([]);
    const odd = await read(p(r('总额') + r('注', '<w:vertAlign w:val="superscript"/>')));
    expect([odd.html, odd.notes]).toEqual(['<p>总额[注]</p>', [expect.stringContaining('上标或下标没有相应的字符')]]);
  });

  it('boxes say whether they are ticked: content controls, form fields, signs of fonts', async () => {
    const control = (state: string, shown: string) => `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${state}"/></w14:checkbox></w:sdtPr><w:sdtContent>${r(shown)}</w:sdtContent></w:sdt>`;
    const form = (inside: string) => `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${inside}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const letter = (text: string, font: string) => `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const { html, notes } = await read(p(control('1', '☒') + r('甲') + control('0', '☐') + r('乙') + form('<w:default w:val="0"/><w:checked/>') + r('丙') + form('<w:default w:val="0"/>') + r('丁'))
      + p(sign('Wingdings', 'F0FE') + r('甲') + sign('Wingdings', 'F0A8') + r('乙') + sign('Wingdings 2', 'F052') + r('丙') + letter('\uf0a3', 'Wingdings 2') + r('丁') + letter('o', 'Wingdings') + r('戊') + sign('Symbol', 'F0B3') + r('9')) + p(r('认不出') + sign('Wingdings', 'F0FF')));
    expect(html).toBe('<p>☑甲☐乙☑丙☐丁</p><p>☑甲☐乙☑丙☐丁□戊≥9</p><p>认不出</p>');
    expect(notes).toEqual([expect.stringMatching(/^第3段.*特殊字体的符号认不出来/)]);
  });

  it('foot- and endnotes stand at the end, as pasting writes them', async () => {
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(text)}`)}</w:footnote>`;
    const up = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>';
    const { html } = await read(p(`${r('甲')}<w:r>${up}<w:footnoteReference w:id="5"/></w:r>${r('乙')}<w:r><w:endnoteReference w:id="1"/></w:r>`) + p(r('丙。')), { 'footnotes.xml': note(0, '') + note(5, '注一。'), 'endnotes.xml': `<w:endnote w:id="1">${p(r('注二。'))}</w:endnote>` });
    expect(html).toBe('<p>甲[1]乙[2]</p><p>丙。</p><p>[1] 注一。</p><p>[2] 注二。</p>');
  });

  it('struck words are kept and said; ruby stands in brackets', async () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${r('kuí')}</w:rt><w:rubyBase>${r('夔')}</w:rubyBase></w:ruby></w:r>`;
    const { html, notes } = await read(p(r('旧', '<w:strike/>') + r('新')) + p(ruby + r('州')));
    expect(html).toBe('<p>旧新</p><p>夔（kuí）州</p>');
    expect(notes).toEqual([expect.stringMatching(/^第1段.*删除线没有保留/)]);
  });
});

describe('what a file packs', () => {
  it('words in wrappers that nobody knows are words', async () => {
    const { html, notes } = await read(p(`<w:smartTag w:element="City">${r('示例市')}</w:smartTag><w:customXml>${r('在')}</w:customXml><w:dir w:val="ltr">${r('此')}</w:dir><w:fldSimple w:instr=" REF x ">${r('处')}</w:fldSimple><w:sdt><w:sdtContent>${r('。')}</w:sdtContent></w:sdt><x:later>${r('新元素')}</x:later>`) + `<w:sdt><w:sdtContent>${p(r('一段。'))}</w:sdtContent></w:sdt><w:ins>${p(r('又一段。'))}</w:ins>`);
    expect(html).toBe('<p>示例市在此处。新元素</p><p>一段。</p><p>又一段。</p>');
    expect(notes).toEqual([]);
  });

  it('embedded pages, texts and documents are read in place; others are said', async () => {
    const parts = {
      '_rels/document.xml.rels': relations(['a', 'aFChunk', 'a.html'], ['b', 'aFChunk', 'b.txt'], ['c', 'aFChunk', 'c.docx'], ['d', 'aFChunk', 'd.mht']),
      'a.html': '<html><body><p>网页里的通知。</p></body></html>', 'b.txt': '纯文字。', 'c.docx': word(p(r('另一个文件。'))), 'd.mht': 'MIME-Version: 1.0',
    };
    const { html, notes } = await read(['a', 'b', 'c', 'd'].map((id) => `<w:altChunk r:id="${id}"/>`).join('') + p(r('完。')), parts);
    expect(html).toBe('<p>网页里的通知。</p><p>纯文字。</p><p>守信事项办事指南</p><p>另一个文件。</p><p>完。</p>');
    expect(notes).toEqual(['第1段后、第2段后、第4段后有一段嵌入的文件，文字已放进正文：请核对位置。', '第4段后有一段嵌入的文件没有带入：请打开原文复制过来。']);
  });

  it('web archives, in which some programs pack a whole text, are read', async () => {
    const page = '<html><body><p>网页存档里的通知，2=2。</p></body></html>';
    const printed = Buffer.from(page).toString('latin1').replace(/[=\x80-\xff]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`).replace(/.{60}(?![^=]{0,2}$)/g, (line) => (/=.?$/.test(line) ? line : `${line}=\r\n`));
    const archive = (coding: string, body: string) => `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n  type="text/html"; boundary="--=part"\r\n\r\n----=part\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${coding}\r\n\r\n${body}\r\n----=part--\r\n`;
    for (const [coding, body] of [['quoted-printable', printed], ['base64', Buffer.from(page).toString('base64')], ['8bit', page]] as const) {
      expect((await read('<w:altChunk r:id="a"/>', { '_rels/document.xml.rels': relations(['a', 'aFChunk', 'afchunk.mht']), 'afchunk.mht': archive(coding, body) })).html).toBe('<p>网页存档里的通知，2=2。</p>');
    }
  });

  it('a document in a document keeps its own pictures and notes', async () => {
    const picture = drawing('<pic:pic><pic:blipFill><a:blip r:embed="i1"/></pic:blipFill></pic:pic>');
    const held = (byte: number) => ({ '_rels/document.xml.rels': relations(['i1', 'image', 'media/a.png'], ['c', 'aFChunk', 'c.docx']), 'media/a.png': new Uint8Array([byte]) });
    const inner = word(p(r('里面。') + '<w:r><w:footnoteReference w:id="1"/></w:r>') + p(picture), { ...held(7), 'footnotes.xml': `<w:footnote w:id="1">${p(r('里面的注。'))}</w:footnote>` });
    const { html, story } = await read(p(picture) + '<w:altChunk r:id="c"/>' + p(r('外面。')), { ...held(1), 'c.docx': inner });
    expect(html).toBe('<figure><img data-media="old:0" alt=""></figure><p>守信事项办事指南</p><p>里面。[1]</p><figure><img data-media="old:1" alt=""></figure><p>[1] 里面的注。</p><p>外面。</p>');
    expect(story.pictures.map(({ bytes }) => bytes?.[0])).toEqual([1, 7]);
  });

  it('tables in cells are lines, merged cells span', async () => {
    const merged = '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>合</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>宽</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr/><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc><w:tc><w:tcPr/><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
    expect((await read(merged)).html).toBe('<table><tbody><tr><td rowspan="2">合</td><td colspan="2">宽</td></tr><tr><td>一</td><td>二</td></tr></tbody></table>');
    expect((await read(table([p(r('甲')), table([p(r('子')), p(r('1'))], [p(r('丑')), p(r('2'))]) + p('')]))).html).toContain('<td>子　1<br>丑　2</td>');
  });

  it('links of both kinds are kept; files beside the document are said', async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('乙')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { html, notes } = await read(p(`<w:hyperlink r:id="l1">${r('甲')}</w:hyperlink>${field}<w:hyperlink r:id="l2">${r('报名表.doc')}</w:hyperlink><w:hyperlink w:anchor="x">${r('丙')}</w:hyperlink>`), { '_rels/document.xml.rels': relations(['l1', 'hyperlink', 'https://a.example/', true], ['l2', 'hyperlink', '报名表.doc', true]) });
    expect(html).toBe('<p><a href="https://a.example/">甲</a><a href="https://b.example/">乙</a>报名表.doc丙</p>');
    expect(notes).toEqual([expect.stringContaining('附件“报名表.doc”（报名表.doc）没有带入')]);
  });

  it('a main part of any name, folders parted by \\, prefixes of any name', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const document = (prefix: string, text: string) => bytes(`<${prefix}:document xmlns:${prefix}="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><${prefix}:body><${prefix}:p><${prefix}:r><${prefix}:t>${text}</${prefix}:t></${prefix}:r></${prefix}:p></${prefix}:body></${prefix}:document>`);
    const files: Record<string, Uint8Array>[] = [
      { '_rels/.rels': bytes(relations(['r', 'officeDocument', '/word/main7.xml'])), 'word/main7.xml': document('w', '正文。') },
      { '_rels\\.rels': bytes(relations(['r', 'officeDocument', 'word\\document.xml'])), 'word\\document.xml': document('w', '正文。') },
      { 'word/document2.xml': document('ns0', '正文。') },
    ];
    for (const file of files) expect(htmlOf(await convert('x.docx', zipSync(file)))).toBe('<p>正文。</p>');
    await expect(convert('x.docx', zipSync({ '_rels/.rels': bytes(relations(['r', 'officeDocument', 'xl/workbook.xml'])), 'xl/workbook.xml': bytes('<workbook/>') }))).rejects.toThrow('这不是 Word 文件');
    expect(title).toContain('守信事项办事指南');
  });
});

describe('what stands in fields and frames', () => {
  const field = (code: string, form = '') => `<w:r><w:fldChar w:fldCharType="begin">${form}</w:fldChar></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  it('a chosen entry, a sign by its place and a large first letter are words; numbers that a field makes are said', async () => {
    const choice = field(' FORMDROPDOWN ', '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲类"/><w:listEntry w:val="乙类"/></w:ddList></w:ffData>');
    const cap = p(r('诚'), '<w:framePr w:dropCap="drop"/>');
    const { html, notes } = await read(p(r('类别：') + choice + field(' SYMBOL 254 \\f "Wingdings" \\s 12')) + cap + p(r('信为本。')) + p(field(' LISTNUM ') + r('条目')));
    expect(html).toBe('<p>类别：乙类☑</p><p>诚信为本。</p><p>条目</p>');
    expect(notes).toEqual(['第3段“条目”里有自动编号域的号没有带入：请在正文里补写。']);
  });

  it('of what cannot be shown the picture that stands in for it is taken, never the words that say so', async () => {
    const parts = { '_rels/document.xml.rels': relations(['i1', 'image', 'media/a.png']), 'media/a.png': new Uint8Array([1]) };
    const two = (choice: string, fallback: string) => `<w:r><mc:AlternateContent><mc:Choice Requires="x">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r>`;
    const inner = (inside: string) => drawing(inside).replace(/^<w:r>|<\/w:r>$/g, '');
    const picture = '<pic:pic><pic:blipFill><a:blip r:embed="i1"/></pic:blipFill></pic:pic>';
    const { html, notes, story } = await read(p(r('甲') + two(inner('<am3d:model3d/>'), inner(picture))) + p(r('乙') + two(inner('<cx:chart/>'), inner(box(p(r('您的 Word 太旧')))))), parts);
    expect([html, story.pictures.length]).toEqual(['<p>甲</p><figure><img data-media="old:0" alt=""></figure><p>乙</p>', 1]);
    expect(notes).toEqual(['第2段“乙”里的图表没有带入：请截图补上。']);
  });

  it('parts that are not there, elements in runs that nobody knows, and cells that were deleted', async () => {
    const { html, notes } = await read(p(`<w:r><w:t>甲</w:t><zz:wrap><w:t>乙</w:t></zz:wrap><zz:leaf/></w:r><w:r><w:contentPart r:id="x"/></w:r>`) + '<w:subDoc r:id="y"/>' + '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>留</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc></w:tr></w:tbl>');
    expect(html).toBe('<p>甲乙</p><table><tbody><tr><td>留</td></tr></tbody></table>');
    expect(notes).toEqual(['第1段“甲乙”里有没有认出的内容（zz:leaf）没有带入：请核对原文。', '第1段“甲乙”里的手写墨迹没有带入：有用的请截图补上。', '第1段后有一段嵌入的子文档没有带入：请打开原文复制过来。', '第2段后有修订痕迹：按接受全部修订带入，请核对。']);
  });
});
