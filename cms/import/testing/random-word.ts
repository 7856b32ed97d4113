import type { Random } from '../../../campaigns/calendar/testing/random.ts';
import { numbered, numbering, p, r, relations, table, word } from './word-parts.ts';

export interface Sample {
  bytes: Uint8Array;
  /** Words that a reader of the source sees. */
  seen: string[];
  /** Words that it hides. */
  hidden: string[];
}

/** A Word file of what Word can hold, put together by chance: every word in it is told apart from every other. */
export function randomWord(random: Random): Sample {
  const seen: string[] = [];
  const hidden: string[] = [];
  const parts: Record<string, string | Uint8Array> = {
    'numbering.xml': numbering(
      [
        ['decimal', '%1.'],
        ['bullet', '•'],
      ],
      [['chineseCounting', '第%1条']],
    ),
  };
  const targets: [string, string, string, boolean?][] = [];
  const footnotes: string[] = [];
  const token = (kind = '词') => `${kind}${seen.length + hidden.length + 1}号`;
  const say = () => seen[seen.push(token()) - 1] ?? '';
  const hide = () => hidden[hidden.push(token('密')) - 1] ?? '';
  const part = (type: string, name: string, body: string | Uint8Array, external = false) => {
    const id = `t${targets.length}`;
    targets.push([id, type, name, external]);
    if (!external) parts[name] = body;
    return id;
  };
  const drawing = (inside: string) =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData uri="x">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const inlines = [
    () => r(say()),
    () => r(say(), '<w:b/>'),
    () => r(say(), '<w:i/><w:strike/>'),
    () => r(say(), '<w:vertAlign w:val="superscript"/>'),
    () => r(say(), '<w:vertAlign w:val="subscript"/>'),
    () => r(hide(), '<w:vanish/>'),
    () => `<w:del><w:r><w:delText>${hide()}</w:delText></w:r></w:del>`,
    () => `<w:ins>${r(say())}</w:ins>`,
    () => `<w:smartTag>${r(say())}</w:smartTag>`,
    () => `<w:dir w:val="rtl">${r(say())}</w:dir>`,
    () => `<zz:new>${r(say())}</zz:new>`,
    () => `<w:sdt><w:sdtContent>${r(say())}</w:sdtContent></w:sdt>`,
    () => `<zz:bare>${hide()}</zz:bare>`,
    () =>
      `<w:hyperlink r:id="${part('hyperlink', random.pick(['https://a.example/', 'b.doc', 'javascript:x']), '', true)}">${r(say())}</w:hyperlink>`,
    () => `<w:fldSimple w:instr="SEQ x">${r(say())}</w:fldSimple>`,
    () =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF ${hide()}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(say())}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    () => `<w:fldSimple w:instr="SEQ ${say()}"/>`,
    () => drawing(`<lc:lockedCanvas><a:txBody><a:t>${say()}</a:t></a:txBody></lc:lockedCanvas>`),
    () =>
      drawing(
        `<wpg:wgp><wps:wsp><wps:txbx><w:txbxContent>${paragraph()}</w:txbxContent></wps:txbx></wps:wsp><wps:cxnSp/></wpg:wgp>`,
      ),
    () =>
      `<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>${seen[seen.push(`词${'甲'.repeat(seen.length + 1)}号`) - 1] ?? ''}</w:t></w:r>`,
    () => `<w:r><w:ruby><w:rt>${r(say())}</w:rt><w:rubyBase>${r(say())}</w:rubyBase></w:ruby></w:r>`,
    () =>
      `<m:oMath><m:f><m:num><m:r><m:t>${say()}</m:t></m:r></m:num><m:den><m:r><m:t>${say()}</m:t></m:r></m:den></m:f></m:oMath>`,
    () => drawing(`<wps:wsp><wps:txbx><w:txbxContent>${paragraph()}</w:txbxContent></wps:txbx></wps:wsp>`),
    () =>
      `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph()}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    () =>
      `<w:r><mc:AlternateContent><mc:Choice>${drawing(`<wps:txbx><w:txbxContent>${paragraph()}</w:txbxContent></wps:txbx>`).slice(5, -6)}</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`,
    () =>
      drawing(`<dgm:relIds r:dm="${part('diagramData', `diagrams/d${targets.length}.xml`, `<a:t>${say()}</a:t>`)}"/>`),
    () =>
      drawing(
        `<c:chart r:id="${part('chart', `charts/c${targets.length}.xml`, `<c:title><a:t>${say()}</a:t></c:title>`)}"/>`,
      ),
    () => `<w:r><w:pict><v:shape><v:textpath string="${say()}"/></v:shape></w:pict></w:r>`,
    () => {
      footnotes.push(`<w:footnote w:id="${footnotes.length + 1}">${p(r(say()))}</w:footnote>`);
      return `<w:r><w:footnoteReference w:id="${footnotes.length}"/></w:r>`;
    },
  ];
  let depth = 0;
  const paragraph = (): string => {
    if (depth > 3) return p(r(say()));
    depth += 1;
    const made = p(
      Array.from({ length: random.int(1, 5) }, () => random.pick(inlines)()).join(''),
      random.pick([
        '',
        '',
        '<w:outlineLvl w:val="1"/>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        '<w:rPr><w:del w:id="3"/></w:rPr>',
      ]),
    );
    depth -= 1;
    return made;
  };
  const blocks = [
    paragraph,
    paragraph,
    paragraph,
    () => numbered(say(), random.pick([1, 2])),
    () => numbered(say(), 1, 1),
    () => table([paragraph(), table([p(r(say())), numbered(say())])], [paragraph(), paragraph() + p('')]),
    () => `<w:sdt><w:sdtContent>${paragraph()}</w:sdtContent></w:sdt>`,
    () => `<w:customXml>${paragraph()}</w:customXml>`,
    () => `<w:ins>${paragraph()}</w:ins>`,
    () =>
      `<w:altChunk r:id="${part('aFChunk', `f${targets.length}.html`, `<p>${say()}<i>${say()}</i></p><p style="display:none">${hide()}</p>`)}"/>`,
    () => `<m:oMathPara><m:oMath><m:r><m:t>${say()}</m:t></m:r></m:oMath></m:oMathPara>`,
  ];
  part('header', 'header1.xml', p(r(say())));
  const body = Array.from({ length: random.int(2, 9) }, () => random.pick(blocks)()).join('');
  parts['footnotes.xml'] = footnotes.join('');
  parts['_rels/document.xml.rels'] = relations(...targets);
  return { bytes: word(body, parts), seen, hidden };
}
