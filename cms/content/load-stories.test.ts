import { describe, expect, it } from 'vitest';
import { ContentError } from './content-error.ts';
import { loadStories } from './load-stories.ts';
import { caseSteps, column, story, tempContent } from '../starter/testing/temp-content.ts';

const place = 'stories/knowledge/loan-note.md';
const refusal = async (files: Record<string, string>): Promise<string> => {
  const root = await tempContent(files);
  const error: unknown = await loadStories(root).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ContentError);
  return (error as ContentError).message;
};
const changed = (from: string, to: string) => {
  expect(story).toContain(from);
  return refusal({ [place]: story.replace(from, to) });
};
const at = `content/${place}：`;

describe('stories', () => {
  it('come with slug, body and defaults', async () => {
    const [only] = await loadStories(await tempContent());
    expect(only).toMatchObject({
      slug: 'loan-note',
      kind: 'knowledge',
      body: '正文。',
      picture: null,
      roleModel: null,
      caseSteps: null,
      sourceUrl: null,
    });
  });

  it('come oldest first', async () => {
    const older = story.replace('2026-01-28', '2025-12-01');
    const stories = await loadStories(
      await tempContent({
        'stories/knowledge/a-newer.md': story.replace('2026-01-28', '2026-02-01'),
        'stories/knowledge/z-older.md': older,
      }),
    );
    expect(stories.map((s) => s.slug)).toEqual(['z-older', 'loan-note', 'a-newer']);
  });

  it('may have Windows line ends', async () => {
    const [only] = await loadStories(await tempContent({ [place]: `\uFEFF${story.replaceAll('\n', '\r\n')}` }));
    expect(only?.body).toBe('正文。');
  });

  it('are refused in one sentence with file, field and remedy', async () => {
    expect(await changed('column: cases', 'column: nowhere')).toBe(
      `${at}字段“column”写的栏目“nowhere”不存在，请改成 content/columns/ 里的一个，或先建这个栏目。`,
    );
    expect(await changed('一张借条', '长'.repeat(33))).toBe(`${at}字段“title”有33个字，最多32个字，请缩短。`);
    expect(await changed('author: 林示例\n', '')).toBe(`${at}字段“author”没有写，请补上。`);
    expect(await changed('tags: [借条]', 'tags: 借条')).toBe(`${at}字段“tags”要写成列表。`);
    expect(await changed('tags: [借条]', 'tags: []')).toBe(`${at}字段“tags”至少要有1项，请补上。`);
    expect(await changed('category4: 信用知识', 'category4: 知识')).toBe(
      `${at}字段“category4”只能写“信用政策法规”或“信用知识”或“典型案例”或“信用工作成果”。`,
    );
    expect(await changed('author:', 'autor:')).toBe(`${at}文件里多了不认识的字段“autor”，请删掉或改正拼写。`);
    expect(await changed('title: 一张借条', 'title: 2026')).toBe(`${at}字段“title”要写成文字，纯数字请加引号。`);
    expect(await changed('2026-01-28T09:00:00+08:00', '2026-01-28T09:00:00Z')).toContain(
      '字段“publishedAt”要写成“2026-06-12T09:00:00+08:00”这样的北京时间',
    );
    expect(await changed('2026-01-28T', '2026-02-30T')).toContain('不是一个真实的时刻');
  });

  it('need their picture', async () => {
    const picture = 'tags: [借条]\npicture: { file: scenes/none.svg, alt: 一杆秤 }';
    expect(await changed('tags: [借条]', picture)).toBe(
      `${at}字段“picture file”指的图片 content/media/scenes/none.svg 不存在，请放入图片或改正文件名。`,
    );
    expect(await changed('tags: [借条]', picture.replace('scenes/none.svg', '../secret.svg'))).toContain(
      '字段“picture file”要写 content/media/ 下的文件',
    );
    const root = await tempContent({
      [place]: story.replace('tags: [借条]', picture),
      'media/scenes/none.svg': '<svg/>',
    });
    expect((await loadStories(root))[0]?.picture).toEqual({ file: 'scenes/none.svg', alt: '一杆秤', caption: null });
  });

  it('must lie in the folder of their kind, in a column that takes it', async () => {
    expect(await changed('kind: knowledge', 'kind: policy')).toBe(
      `${at}字段“kind”写的是“policy”，要和文件位置“knowledge”一致。`,
    );
    expect(await refusal({ 'columns/cases.yaml': column.replace('[knowledge, case]', '[case]') })).toBe(
      `${at}字段“column”的栏目“以案说信”不收“knowledge”类稿件，请换栏目，或在栏目的 kinds 里加上。`,
    );
  });

  it('have case steps when they are cases, and only then', async () => {
    const asCase = story.replace('kind: knowledge', 'kind: case');
    const file = 'stories/case/one.md';
    expect(await refusal({ [file]: asCase })).toContain('字段“caseSteps”只有警示案例（case）要写，也必须写');
    expect(await changed('tags: [借条]\n', `tags: [借条]\n${caseSteps}`)).toContain('字段“caseSteps”');
    const good = asCase.replace('tags: [借条]\n', `tags: [借条]\n${caseSteps}`);
    expect((await loadStories(await tempContent({ [file]: good }))).map((s) => s.slug)).toContain('one');
    const backwards = good.replace('text: 付清 }', 'text: 付清 }\n    - { date: "2026-01-01", text: 更早 }');
    expect(await refusal({ [file]: backwards })).toContain('字段“caseSteps mend”要按日期先后排');
  });

  it('have role model facts when they are role models', async () => {
    const file = 'stories/role-model/one.md';
    const text = story.replace('kind: knowledge', 'kind: role-model');
    expect(await refusal({ [file]: text })).toContain('字段“roleModel”只有诚信典型（role-model）要写，也必须写');
  });

  it('cannot share a name', async () => {
    const twin = {
      'stories/case/loan-note.md': story
        .replace('kind: knowledge', 'kind: case')
        .replace('tags: [借条]\n', `tags: [借条]\n${caseSteps}`),
    };
    expect(await refusal(twin)).toBe(
      `${at}和 content/stories/case/loan-note.md 同名，稿件名全站不能重复，请改其中一个。`,
    );
  });

  it('need front matter, valid YAML and a text', async () => {
    expect(await refusal({ [place]: '只有正文' })).toBe(`${at}开头缺少两行 --- 夹着的字段，请照同目录的文件补上。`);
    expect(await changed('正文。\n', '')).toContain('只有字段没有正文');
    expect(await changed('tags: [借条]', 'tags: [借条')).toMatch(/第1[01]行不合 YAML 的写法/);
    expect(await refusal({ [place]: '---\n- 一\n---\n正文' })).toContain('请');
  });
});
