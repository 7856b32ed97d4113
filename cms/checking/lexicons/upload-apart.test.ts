import { describe, expect, it } from 'vitest';
import { bookFile, cell, row } from '../../checks/files/testing/office.ts';
import { uploadApart } from './upload-apart.ts';

const head = {
  slug: 'local',
  title: '本地用语',
  group: 'wording',
  edition: '2026-11-21',
  owner: '编辑部（示例）',
  source: '自编',
  confidence: 0.8,
};
const read = (file: string, bytes: Uint8Array | string) => uploadApart(Buffer.from(bytes), file, head);
const book = (rows: string, strings: string[] = []) => bookFile([{ name: 's', rows }], strings);
const titles = row(cell('A1', '错误写法', 'str'), cell('B1', '正确写法', 'str'));

describe('a word list out of a file', () => {
  it('holds words without what is printed above them', async () => {
    const { entries } = await read(
      'a.xlsx',
      book(titles + row(cell('A2', '0', 's'), cell('B2', '1', 's')), [
        '<t>示例错词</t><rPh sb="0" eb="4"><t>shì lì cuò cí</t></rPh><phoneticPr fontId="1"/>',
        '<t>行一_x000D_</t>',
      ]),
    );
    expect(entries).toMatchObject([{ wrong: '示例错词', right: '行一' }]);
  });

  it('of fifty thousand rows is read, each row once; a double and a row too many are told', async () => {
    const rows = (count: number) =>
      `错误写法,正确写法\n${Array.from({ length: count }, (_, i) => `示例错词${i},示例对词${i}`).join('\n')}\n`;
    expect((await read('a.csv', rows(50_000))).entries).toHaveLength(50_000);
    await expect(read('a.csv', `${rows(40_000)}示例错词7,x\n`)).rejects.toThrow('“示例错词7”写了两次');
    await expect(read('a.csv', rows(50_001))).rejects.toThrow('最多50000条');
  });

  it.each<[string, string, Uint8Array | string, string]>([
    ['a cell beyond every column', 'a.xlsx', book(`${titles}<row><c r="ZZZZZZZ1"><v>1</v></c></row>`), '多得不正常'],
    [
      'a cell in the last column there is',
      'a.xlsx',
      book(`${titles}<row><c r="XFD2"><v>1</v></c></row>`),
      '多得不正常',
    ],
    ['a row of commas', 'a.csv', `错误写法${','.repeat(100_000)}\n`, '多得不正常'],
    ['a sheet nested without end', 'a.xlsx', book('<row>'.repeat(50_000)), '层层嵌套'],
    [
      'a YAML file that unfolds without end',
      'a.yaml',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
        .split('')
        .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`)
        .join('\n')}\n`,
      'a.yaml',
    ],
    ['a YAML file nested without end', 'a.yaml', `slug: ${'['.repeat(20_000)}`, 'a.yaml'],
  ])('%s is one sentence', async (_, file, bytes, sentence) => {
    await expect(read(file, bytes)).rejects.toMatchObject({
      name: 'ContentError',
      message: expect.stringContaining(sentence),
    });
  });
});
