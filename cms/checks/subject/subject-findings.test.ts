import { describe, expect, it } from 'vitest';
import { checkBytes } from '../check-file.ts';
import { bookFile, cell, paragraph, pdfFile, row, runs, wordFile } from '../files/testing/office.ts';

const debt = '示例镇王建国拖欠货款八万元。';
const told = async (name: string, bytes: Uint8Array | string) =>
  (await checkBytes(name, Buffer.from(bytes))).findings.filter(({ rule }) => rule === 'subject/blamed');

describe('a loose file that blames somebody by name', () => {
  it.each<[string, string, () => Promise<Uint8Array | string>]>([
    ['text', 'a.txt', async () => debt],
    ['a page', 'a.html', async () => `<p>示例镇<b>王建国</b>拖欠货款八万元。</p>`],
    ['a Word file', 'a.docx', async () => wordFile(paragraph(runs('示例镇', '王建国', '拖欠货款八万元。')))],
    ['a file name', '王建国拖欠货款.txt', async () => '正文。'],
  ])('%s: a warning with the place and without the name', async (_, name, bytes) => {
    const [found, ...others] = await told(name, await bytes());
    expect(others).toEqual([]);
    expect(found).toMatchObject({ level: 'warn', text: '王**', mend: expect.stringContaining('匿名') });
    expect(JSON.stringify(found)).not.toContain('王建国');
  });

  it('the words of a PDF are read', async () => {
    // A font of the file's own would be needed for Chinese letters: what stands in its properties is read as well.
    expect(await told('a.pdf', await pdfFile((pdf) => pdf.text('x'), { info: { Title: debt } }))).toHaveLength(1);
  });

  it('a sheet names nobody when its rows do not', async () => {
    expect(
      await told('a.xlsx', bookFile([{ name: '表', rows: row(cell('A1', '3'), cell('B1', '4')) } as never])),
    ).toEqual([]);
    expect(await told('a.txt', '某粮油店改了报告，被罚款八千元。')).toEqual([]);
  });
});
