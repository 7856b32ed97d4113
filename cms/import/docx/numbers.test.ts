import { describe, expect, it } from 'vitest';
import { convert } from '../convert.ts';
import { htmlOf, numbered, numbering, p, r, styled, table, word } from '../testing/word-parts.ts';
import { formatNumber } from './number-format.ts';

const read = async (body: string, parts: Record<string, string> = {}) =>
  htmlOf(await convert('n.docx', word(body, parts)));
const listed = (levels: [string, string, string?][], body: string) =>
  read(body, { 'numbering.xml': numbering(levels) });

describe('numbers that Word makes itself', () => {
  it('of articles, chapters and points are words', async () => {
    const body = numbered('范围。') + numbered('分工。') + p(r('中间一段。')) + numbered('见第二条。');
    expect(await listed([['chineseCountingThousand', '第%1条']], body)).toBe(
      '<p>第一条　范围。</p><p>第二条　分工。</p><p>中间一段。</p><p>第三条　见第二条。</p>',
    );
    expect(await listed([['chineseCounting', '第%1章']], numbered('总则'))).toBe('<p>第一章　总则</p>');
    expect(await listed([['ideographTraditional', '%1、']], numbered('一方') + numbered('另一方'))).toBe(
      '<p>甲、一方</p><p>乙、另一方</p>',
    );
    expect(await listed([['upperRoman', '%1.']], numbered('x') + numbered('y'))).toBe('<p>I. x</p><p>II. y</p>');
    expect(await listed([['decimalEnclosedCircleChinese', '%1']], numbered('先核对'))).toBe('<p>① 先核对</p>');
    expect(await listed([['chineseCounting', '（%1）']], numbered('先核对'))).toBe('<p>（一）先核对</p>');
  });

  it('of several ranks count on and begin anew', async () => {
    const levels: [string, string][] = [
      ['decimal', '%1'],
      ['decimal', '%1.%2'],
      ['decimal', '%1.%2.%3'],
    ];
    const body =
      numbered('甲') +
      numbered('乙', 1, 1) +
      numbered('丙', 1, 2) +
      numbered('丁', 1, 2) +
      numbered('戊', 1, 1) +
      numbered('己') +
      numbered('庚', 1, 1);
    expect(await listed(levels, body)).toBe(
      '<ol><li>甲</li></ol><p>1.1 乙</p><p>1.1.1 丙</p><p>1.1.2 丁</p><p>1.2 戊</p><ol start="2"><li>己</li></ol><p>2.1 庚</p>',
    );
    expect(
      await read(numbered('甲') + numbered('乙', 1, 1), {
        'numbering.xml': numbering([
          ['chineseCounting', '%1'],
          ['decimal', '%1.%2', '<w:isLgl/>'],
        ]),
      }),
    ).toContain('1.1 乙');
  });

  it('1. 2. 3. are the editor’s own lists, which count on behind a paragraph; another list begins with its own number', async () => {
    expect(
      await listed([['decimal', '%1.']], numbered('登录。') + numbered('填写。') + p(r('注意。')) + numbered('提交。')),
    ).toBe('<ol><li>登录。</li><li>填写。</li></ol><p>注意。</p><ol start="3"><li>提交。</li></ol>');
    const again = `${numbering([['decimal', '%1.']])}<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    expect(
      await read(numbered('甲') + numbered('乙') + numbered('丙', 2) + numbered('丁', 2), { 'numbering.xml': again }),
    ).toBe('<ol><li>甲</li><li>乙</li></ol><ol><li>丙</li><li>丁</li></ol>');
    expect(
      await listed(
        [
          ['bullet', ''],
          ['decimal', '%2.'],
        ],
        numbered('甲') + numbered('乙', 1, 1) + numbered('丙'),
      ),
    ).toBe('<ul><li>甲<ol><li>乙</li></ol></li><li>丙</li></ul>');
  });

  it('of headings come from their styles, also through what a style is based on, and may be taken away', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="我的标题"/><w:basedOn w:val="H1"/></w:style>';
    const parts = {
      'styles.xml': styles,
      'numbering.xml': numbering([
        ['chineseCountingThousand', '%1、'],
        ['chineseCountingThousand', '（%2）'],
      ]),
    };
    const plain = p(r('附则'), '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(
      await read(
        styled('要求', 'H1') +
          styled('时间', 'H2') +
          styled('地点', 'H2') +
          styled('措施', 'Mine') +
          styled('人员', 'H2') +
          plain,
        parts,
      ),
    ).toBe('<h2>一、要求</h2><h3>（一）时间</h3><h3>（二）地点</h3><h2>二、措施</h2><h3>（一）人员</h3><h2>附则</h2>');
  });

  it('in cells are lines', async () => {
    expect(
      await listed(
        [['decimal', '%1.']],
        table([p(r('事项')), p(r('步骤'))], [p(r('申请')), numbered('登录。') + numbered('提交。')]),
      ),
    ).toContain('<td>1. 登录。<br>2. 提交。</td>');
  });
});

it.each([
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 11, '十一'],
  ['chineseCounting', 20, '二十'],
  ['chineseCountingThousand', 105, '一百零五'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 1001, '一千零一'],
  ['chineseCountingThousand', 2026, '二千零二十六'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['ideographDigital', 2026, '二〇二六'],
  ['lowerLetter', 28, 'bb'],
  ['upperLetter', 3, 'C'],
  ['lowerRoman', 49, 'xlix'],
  ['decimalZero', 7, '07'],
  ['decimalFullWidth', 12, '１２'],
  ['ideographZodiac', 12, '亥'],
  ['decimalEnclosedCircle', 21, '㉑'],
  ['ordinal', 1, '1st'],
  ['ordinal', 12, '12th'],
  ['ordinal', 22, '22nd'],
  ['none', 5, ''],
  ['never heard of', 5, '5'],
])('%s %d is %s', (format, number, shown) => expect(formatNumber(format, number)).toBe(shown));
