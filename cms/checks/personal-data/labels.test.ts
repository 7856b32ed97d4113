import { describe, expect, it } from 'vitest';
import { checkBytes } from '../check-file.ts';
import { checkTexts } from '../check-texts.ts';
import { createFiction } from '../../testing/corpus/fiction.ts';
import { forms } from '../../testing/corpus/forms.ts';
import { dots } from '../fold/dots.ts';
import { bookFile, cell, row } from '../files/testing/office.ts';

const fiction = createFiction(12);
const rules = (text: string) => checkTexts([{ field: '正文', text }]).map(({ rule, level }) => `${rule} ${level}`);
const id = fiction.oldId();
const passport = `E${fiction.digits(8)}`;
const permit = `C${fiction.digits(8)}`;
const block15 = 'personal-data/citizen-id-15 block';
const markdown = (...rows: string[][]) =>
  [rows[0], rows[0]?.map(() => '---'), ...rows.slice(1)].map((one) => `| ${one?.join(' | ')} |`).join('\n');
const html = (...rows: string[][]) =>
  `<table>${rows.map((one) => `<tr>${one.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`;
const tabs = (...rows: string[][]) => rows.map((one) => one.join('\t')).join('\n');
const plain = (...rows: string[][]) => rows.map((one) => one.join('｜')).join('\n\n');

describe.each(Object.entries({ markdown, html, tabs, plain }))('a table as %s', (_, table) => {
  it('says in the head of a column what a number is, over empty cells and other columns', () => {
    const head = ['序号', '姓名', '备注', '证件号码'];
    expect(rules(table(head, ['1', '示例甲', '低保户', '无'], ['2', '示例乙', '城东社区的低保户', id]))).toContain(
      block15,
    );
    expect(rules(table(['序号', '姓名', '护照号码', '国籍'], ['1', '示例丙', passport, '法国']))).toContain(
      'personal-data/passport warn',
    );
    expect(rules(table(['姓名', '单位', '港澳通行证'], ['示例丁', '示例学校', permit]))).toContain(
      'personal-data/travel-permit warn',
    );
    expect(rules(table(['姓名', '家庭住址'], ['示例甲', '利州区滨江路66号']))).toContain('personal-data/address block');
  });

  it('in the cell to the left, or in none: then it is no more than a number', () => {
    expect(rules(table(['项目', '内容'], ['公民身份号码', id]))).toContain(block15);
    expect(rules(table(['编号', '批次'], [passport, permit]))).toEqual([]);
    expect(rules(table(['单位', '联系地址'], ['示例局', '利州区滨江路66号']))).toEqual([]);
  });
});

it('the line above a table and labels in attributes name a number; what is further off does not', () => {
  expect(rules(`低保户身份证号码登记\n${markdown(['姓名', '号'], ['示例甲', id])}`)).toContain(block15);
  for (const text of [
    `<td data-label="公民身份号码">${id}</td>`,
    `<span title="身份证号">${id}</span>`,
    `<figure><img alt="身份证号"><figcaption>${id}</figcaption></figure>`,
    `<p aria-label='证件号'>${id}</p>`,
    `<span title="身份證號">${id}</span>`,
  ])
    expect(rules(text)).toContain(block15);
  expect(rules(`<p title="身份证号">${'市民走进广场听讲。'.repeat(6)}</p><p>共 ${id} 字</p>`)).not.toContain(block15);
});

it('a sheet is read with the heads of its columns, empty cells among them', async () => {
  const rows =
    row(cell('A1', '3'), cell('B1', '姓名', 'str'), cell('D1', '证件号码', 'str')) +
    row(cell('A2', '1'), cell('D2', id, 'str'));
  const { findings } = await checkBytes('a.xlsx', bookFile([{ name: '表', rows } as never]));
  expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toContain(block15);
});

describe.each(Object.entries(forms))('in a %s', (_, write) => {
  it('numbers in groups, plates with any middle dot, and addresses in brackets are seen', () => {
    const grouped = id.replace(/^(.{6})(.{6})/, '$1 $2 ');
    expect(rules(write(`证件号${grouped}。`))).toContain(block15);
    for (const dot of dots)
      expect(rules(write(`车牌川H${dot}${fiction.digits(4)}8。`)), dot).toContain('personal-data/plate warn');
    expect(rules(write('当事人（家住滨江路66号丽景苑5幢2单元1103室）到场。'))).toContain('personal-data/address block');
  });
});

describe('never over two cells, two items or two words', () => {
  const valid = fiction.id();
  const [a, b] = [valid.slice(0, 7), valid.slice(7)];
  it.each([markdown([a, b]), tabs([a, b]), html([a, b]), `1.${a}人\n2.${b}元`, `- ${a}。\n- ${b}。`])('%#', (text) =>
    expect(rules(text)).toEqual([]),
  );
  it('nor a word', () => {
    for (const text of [markdown(['尊老敬老', '赖于大家']), html(['这是个骗', '子虚乌有的事'])])
      expect(checkTexts([{ field: '正文', text }])).toEqual([]);
  });
});
