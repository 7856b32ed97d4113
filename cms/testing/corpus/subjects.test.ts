import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSubjects } from '../../checks/subject/read-subjects.ts';
import { createFiction } from './fiction.ts';
import { forms } from './forms.ts';
import { negatives } from './negatives.ts';
import { subjects } from './subjects.ts';

const kindsIn = (text: string) => readSubjects(text).map(({ kind, name }) => `${kind} ${name}`);
const inForms = (sentences: readonly string[]) =>
  sentences.flatMap((s) => Object.entries(forms).map(([form, write]) => ({ form, text: write(s) })));

describe('who is told something bad', () => {
  it('has at least forty texts of either kind, in ten forms', () => {
    expect(subjects.person.length + subjects.organisation.length).toBeGreaterThanOrEqual(40);
    expect(subjects.silent.length).toBeGreaterThanOrEqual(40);
  });

  it.each(['person', 'organisation'] as const)('finds a %s in every form', (kind) => {
    expect(
      inForms(subjects[kind]).filter(({ text }) => !kindsIn(text).some((found) => found.startsWith(kind))),
    ).toEqual([]);
  });

  it('is silent on who speaks, judges, helps, suffers, or cannot be recognised', () => {
    expect(
      inForms(subjects.silent)
        .map(({ form, text }) => ({ form, found: kindsIn(text) }))
        .filter(({ found }) => found.length > 0),
    ).toEqual([]);
  });

  it.each([
    ['| 姓名 | 年龄 | 欠款金额 |\n|---|---|---|\n| 张伟 | 42 | 十二万 |', 'person 张伟'],
    ['失信被执行人｜案号\n\n李建军｜（2026）川0802执123号', 'person 李建军'],
    ['单位\t拖欠工资\n示例建设有限公司\t二十万元', 'organisation 示例建设有限公司'],
  ])('reads a table with the heads of its columns: %#', (table, wanted) => expect(kindsIn(table)).toContain(wanted));

  it('knows no difference between cells of different meaning', () => {
    expect(kindsIn('| 栏目 | 作者 |\n|---|---|\n| 尊老敬老赖于大家 | 张伟 |')).toEqual([]);
  });

  it('finds the place in the text as it was written', () => {
    const text = '<p>示例镇<strong>王建国</strong>拖欠货款八万元。</p>';
    const [found] = readSubjects(text);
    expect(text.slice(found?.from, found?.to)).toBe('王建国');
  });
});

it('is silent on the starter content, on this handbook, and on the harmless texts of the other rules', async () => {
  const list = async (dir: string): Promise<string[]> =>
    (await readdir(dir, { withFileTypes: true, recursive: true }))
      .filter((f) => f.isFile() && f.name.endsWith('.md'))
      .map((f) => join(f.parentPath, f.name));
  const files = [...(await list('content')), ...(await list('docs'))];
  const alarms = (
    await Promise.all(files.map(async (file) => ({ file, found: kindsIn(await readFile(file, 'utf8')) })))
  ).filter(({ found }) => found.length > 0);
  expect(files.length).toBeGreaterThan(80);
  expect(alarms).toEqual([]);
});

it('gives no false alarm in two thousand generated texts, but for people who are indeed told something bad', () => {
  const texts = [...new Set(Array.from({ length: 24 }, (_, seed) => negatives(createFiction(seed))).flat())].slice(
    0,
    4000,
  );
  // These name a fictional person and what he is charged with: harmless for other rules, and exactly what this one is for.
  const named = /法定代表人陈强涉嫌|失信被执行人王建国，男/;
  expect(texts.length).toBeGreaterThan(2000);
  expect(texts.filter((text) => !named.test(text) && kindsIn(text).length > 0)).toEqual([]);
});

it('a text without anything bad costs one search', () => {
  const plain = '市民走进广场，听讲解员介绍诚信故事。'.repeat(6000);
  expect(readSubjects(plain)).toEqual([]);
});
