import { describe, expect, it } from 'vitest';
import { deflateSync } from 'node:zlib';
import { checkBytes } from '../check-file.ts';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { bookFile, cell, paragraph, pdfFile, row, runs, wordFile, zip } from './testing/office.ts';

const id = createFiction(8).id();
const rules = async (name: string, bytes: Uint8Array | string) =>
  (await checkBytes(name, Buffer.from(bytes))).findings.map(({ rule }) => rule);
const base64 = Buffer.from(`身份证号：${id}`).toString('base64');
const mail = `From: a@x.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n`;
const archive = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n--b--\r\n`;
const rtf = `{\\rtf1\\ansi 号码: ${id.slice(0, 6)}\\b ${id.slice(6, 14)}\\b0 ${id.slice(14)}}`;

it('an Office file is known by what it says of itself, whatever it calls its parts and however it parts its folders', async () => {
  const relations = (target: string) =>
    `<Relationships xmlns="x"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;
  const document = `<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>身份证号：${id}</w:t></w:r></w:p></w:body></w:document>`;
  const files: Record<string, string>[] = [
    { '_rels\\.rels': relations('word/document.xml'), 'word\\document.xml': document },
    { '_rels/.rels': relations('/word/main7.xml'), 'word/main7.xml': document },
  ];
  for (const file of files) {
    expect((await checkBytes('a.docx', zip(file))).findings).toMatchObject([
      { rule: 'personal-data/citizen-id', at: expect.stringContaining('正文') },
    ]);
  }
});

describe('a coded file', () => {
  it.each([
    ['a.rtf', rtf],
    ['a.txt', rtf],
    ['a.doc', rtf],
    ['a.eml', mail],
    ['a.txt', mail],
    ['a.mht', archive],
    ['a.html', archive],
    ['a.mhtml', archive],
    ['a', archive],
    ['a.ps', '%!PS-Adobe-3.0\n(abc) show'],
    ['a.txt', `begin 644 a.txt\n#86)C\n\`\nend\n`],
    ['a.txt', `-----BEGIN PGP MESSAGE-----\n\n${base64}\n`],
    ['a.vcf', 'BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:=E8=BA=AB\r\nEND:VCARD\r\n'],
  ])('%s is not passed as text', async (name, text) => {
    const report = await checkBytes(name, Buffer.from(text));
    expect(report).toMatchObject({
      blocked: true,
      findings: [{ rule: 'unreadable/unknown-type', mend: expect.stringContaining('没有检查') }],
    });
  });

  it('inside a Word file neither', async () => {
    for (const [part, bytes] of [
      ['word/a.mht', archive],
      ['word/a.rtf', rtf],
      ['word/afchunk.dat', archive],
      ['word/a.eml', mail],
      ['word/embeddings/a.bin', Buffer.concat([Buffer.from('OLE'), zip({ 'a.txt': id })])],
    ] as const) {
      const found = await rules('a.docx', wordFile(paragraph(runs('诚信')), { [part]: bytes }));
      expect(found.some((rule) => rule === 'unreadable/unknown-type' || rule === 'personal-data/citizen-id')).toBe(
        true,
      );
    }
  });

  it('and what plain text carries in Base64 is read', async () => {
    expect(await rules('a.html', `<p>照片</p><img src="data:text/plain;base64,${base64}">`)).toContain(
      'personal-data/citizen-id',
    );
    expect(
      await rules(
        'a.txt',
        `附件：\n${Buffer.from(zip({ 'a.txt': id }))
          .toString('base64')
          .replace(/.{64}/g, '$&\n')}\n`,
      ),
    ).toContain('personal-data/citizen-id');
  });

  it('while letters, addresses and front matter stay text', async () => {
    for (const text of [
      '标题: 甲\n来源: 乙\n\n正文',
      'title: 甲\ndate: 2026-01-01\n\nBegin: the story',
      '见 https://www.example.gov.cn/abcdefghijklmnopqrstuvwxyzABCDEFGH/index.html',
      `提交 ${'0123456789abcdef'.repeat(4)}`,
    ]) {
      expect(await rules('a.md', text)).toEqual([]);
    }
  });
});

describe('an OpenDocument file', () => {
  const open = (body: string, more: Record<string, string> = {}) =>
    zip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<office:document-content><office:body>${body}</office:body></office:document-content>`,
      'layout-cache': '\u0001\u0000\u0002',
      'settings.xml': '<a/>',
      ...more,
    });
  it('is read: paragraphs, headers, properties; a number over two spans; nothing else is said', async () => {
    expect(await rules('a.odt', open('<text:p>守信的<text:span>故事</text:span></text:p>'))).toEqual([]);
    expect(
      await rules('a.odt', open(`<text:p>${id.slice(0, 9)}<text:span>${id.slice(9)}</text:span></text:p>`)),
    ).toEqual(['personal-data/citizen-id']);
    expect(
      await rules(
        'a.odt',
        open('<text:p>甲</text:p>', { 'styles.xml': `<style:header><text:p>${id}</text:p></style:header>` }),
      ),
    ).toEqual(['personal-data/citizen-id']);
  });
  it('with a password is told', async () => {
    expect(await rules('a.odt', open('', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }))).toEqual([
      'unreadable/encrypted',
    ]);
  });
});

describe('a PDF that is a form', () => {
  const dynamic = () => {
    const xfa = deflateSync(
      '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.0/"><subform name="a"><pageSet><pageArea><contentArea/><medium stock="a4"/></pageArea></pageSet><field name="n"><ui><textEdit/></ui></field></subform></template></xdp:xdp>',
    );
    const parts = [
      '1 0 obj<</Type/Catalog/Pages 2 0 R/NeedsRendering true/AcroForm<</Fields[]/XFA 4 0 R>>>>endobj\n',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n',
    ];
    return Buffer.concat([
      Buffer.from(`%PDF-1.7\n${parts.join('')}4 0 obj<</Length ${xfa.length}/Filter/FlateDecode>>stream\n`),
      xfa,
      Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    ]);
  };
  it('made of fields alone is said to be one; a dynamic one is not called checked', async () => {
    expect(await rules('a.pdf', await pdfFile((pdf) => pdf.note(10, 10, 50, 50, '已填写')))).toEqual([
      'unreadable/form-only',
    ]);
    expect(await checkBytes('a.pdf', dynamic())).toMatchObject({
      blocked: true,
      findings: [{ rule: 'unreadable/dynamic-form' }],
    });
  });
});

describe('how a word is spoken', () => {
  const aloud = `<w:ruby><w:rt>${runs('lǎo')}</w:rt><w:rubyBase>${runs('老')}</w:rubyBase></w:ruby>`;
  it('parts no word and no number, and hides none', async () => {
    expect(
      await rules(
        'a.docx',
        wordFile(
          paragraph(
            runs(id.slice(0, 9)) +
              `<w:ruby><w:rt>${runs('abc')}</w:rt><w:rubyBase>${runs(id.slice(9))}</w:rubyBase></w:ruby>`,
          ),
        ),
      ),
    ).toEqual(['personal-data/citizen-id']);
    expect(await rules('a.docx', wordFile(paragraph(aloud)))).toEqual([]);
    expect(
      await rules(
        'a.xlsx',
        bookFile(
          [{ name: 's', rows: row(cell('A1', '0', 's')) }],
          [`<t>${id.slice(0, 9)}</t><rPh sb="0" eb="1"><t>abc</t></rPh><r><t>${id.slice(9)}</t></r>`],
        ),
      ),
    ).toEqual(['personal-data/citizen-id']);
    expect(await rules('a.xlsx', bookFile([{ name: 's', rows: '' }], [`<t>字</t><rPh><t>${id}</t></rPh>`]))).toEqual([
      'personal-data/citizen-id',
    ]);
    expect(
      await rules(
        'a.html',
        `<p>${id.slice(0, 9)}<ruby>${id.slice(9, 12)}<rp>(</rp><rt>abc</rt><rp>)</rp></ruby>${id.slice(12)}</p>`,
      ),
    ).toEqual(['personal-data/citizen-id']);
  });
});

describe('what is cut or damaged', () => {
  const story = Buffer.from('他守着渡口的木牌，灯没有熄过。'.repeat(4));
  it('is read, and said', async () => {
    expect(await checkBytes('a.md', story.subarray(0, -1))).toMatchObject({
      blocked: false,
      findings: [{ rule: 'unreadable/cut', level: 'warn', at: '末尾' }],
    });
  });
});

describe('tables and depths without end', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['a Word file nested a hundred thousand deep', () => wordFile('<w:sdt>'.repeat(100_000)), 'unreadable/nested'],
    [
      'a page nested a hundred thousand deep',
      () => Buffer.from(`<html>${'<div>'.repeat(100_000)}`),
      'unreadable/nested',
    ],
    [
      'archives in archives that all unfold',
      () =>
        zip(
          Object.fromEntries(
            Array.from({ length: 8 }, (_, i) => [
              `${i}.zip`,
              zip({ 'a.txt': new Uint8Array(60 * 1024 * 1024).fill(1) }),
            ]),
          ),
        ),
      'unreadable/zip-bomb',
    ],
  ])('%s', async (_, make, rule) => {
    const bytes = make();
    expect(await rules(bytes[0] === 0x50 ? (rule.endsWith('bomb') ? 'a.zip' : 'a.docx') : 'a.html', bytes)).toContain(
      rule,
    );
  });
});
