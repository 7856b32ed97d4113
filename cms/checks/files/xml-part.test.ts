import { describe, expect, it } from 'vitest';
import { cellSign } from '../cell-sign.ts';
import { readXmlPart } from './xml-part.ts';

const read = (body: string) => readXmlPart(`<w:document>${body}</w:document>`, { field: '正文', kind: 'prose' });
const texts = (body: string) => read(body).map(({ field, text }) => `${field}：${text}`);
const p = (inside: string) => `<w:p>${inside}</w:p>`;
const t = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

describe('paragraphs', () => {
  it.each<[string, string, string]>([
    ['runs are one text', p(t('老') + t('赖')), '老赖'],
    ['paragraphs stand apart', p(t('甲')) + p(t('乙')), '甲\n\n乙'],
    [
      'tabs, breaks and hyphens',
      p('<w:r><w:t>甲</w:t><w:tab/><w:br/><w:noBreakHyphen/><w:t>乙</w:t></w:r>'),
      '甲\t\n-乙',
    ],
    ['blanks of OpenDocument', '<text:p>甲<text:s/>乙<text:line-break/>丙</text:p>', '甲 乙\n丙'],
    [
      'cells of a row in one line',
      `<w:tr><w:tc>${p(t('甲'))}</w:tc><w:tc>${p(t('乙'))}</w:tc></w:tr>`,
      `甲${cellSign}乙${cellSign}\n`,
    ],
    ['a text box within a paragraph', p(t('外') + `<w:txbxContent>${p(t('内'))}</w:txbxContent>`), '内\n\n外'],
    ['words outside of any', '<a:x>散</a:x>', '散'],
    ['entities', p(t('甲&amp;乙&#x4e00;')), '甲&乙一'],
  ])('%s', (_, body, text) => expect(texts(body)[0]).toBe(`正文：${text}`));

  it('each knows its number', () => {
    const [all] = read(p(t('甲')) + p(t('乙')) + p(t('丙')));
    expect(['甲', '乙', '丙'].map((char) => all?.at?.(all.text.indexOf(char)))).toEqual([
      '正文第1段',
      '正文第2段',
      '正文第3段',
    ]);
  });
});

describe('changes that were tracked', () => {
  it('are read as it is, as it was, and with both', () =>
    expect(texts(p(`${t('他')}<w:del>${t('骗')}</w:del><w:ins>${t('帮')}</w:ins>${t('人')}`))).toEqual([
      '正文：他帮人',
      '正文修订前：他骗人',
      '正文修订痕迹：他骗帮人',
    ]));

  it('what was moved is gone from where it was', () =>
    expect(texts(p(`<w:moveFrom>${t('甲')}</w:moveFrom>${t('乙')}<w:moveTo>${t('甲')}</w:moveTo>`))).toEqual([
      '正文：乙甲',
      '正文修订前：甲乙',
      '正文修订痕迹：甲乙甲',
    ]));

  it('a text without any is read once', () => expect(texts(p(t('甲')))).toHaveLength(1));
});

describe('beside the words', () => {
  it.each<[string, string, string]>([
    ['an alternative text', '<wp:docPr name="图" descr="三人合影"/>', '正文替代文字：三人合影'],
    ['a field', p('<w:r><w:instrText>HYPERLINK "%E5%B9%BF"</w:instrText></w:r>'), '正文域代码：HYPERLINK "广"'],
    ['a comment of the file', '<!-- 草稿 -->', '正文注释： 草稿 '],
    ['an attribute with a long number', '<w:docVar w:val="12345678901"/>', '正文：12345678901'],
    [
      'how a word is spoken',
      p('<w:ruby><w:rt><w:r><w:t>guang</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>广</w:t></w:r></w:rubyBase></w:ruby>'),
      '正文注音：guang',
    ],
  ])('%s', (_, body, text) => expect(texts(body)).toContain(text));

  it('no short number of an attribute, and no namespace', () =>
    expect(texts('<w:x xmlns:w="urn:12345678901234" w:val="1234567890" descr=" "/>')).toEqual(['正文：']));

  it('a word is not parted by how it is spoken', () =>
    expect(texts(p(`${t('老')}<w:rt>${t('lao')}</w:rt>${t('赖')}`))[0]).toBe('正文：老赖'));
});

it('elements nested without end are refused', () => expect(() => read('<w:p>'.repeat(500))).toThrow('层层嵌套'));
