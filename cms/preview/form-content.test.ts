import { describe, expect, it } from 'vitest';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { block, textNode, upload } from '../rich-text/make.ts';
import type { RichNode } from '../rich-text/node.ts';
import { asRelease } from './as-release.ts';
import { bodyBlocks } from './body-blocks.ts';
import { formContentDoor } from './content-door.ts';
import { asStory, formContentSchema, formTrouble } from './form-content.ts';

const root = (...children: RichNode[]) => ({ root: { type: 'root', children } as RichNode });
const nested = (depth: number): RichNode =>
  Array.from({ length: depth }).reduce<RichNode>((inner) => block('quote', [inner]), block('paragraph', []));

describe('a form as it stands', () => {
  it.each<[string, object]>([
    ['nothing typed yet', {}],
    ['empty boxes, as the shell sends them', { title: null, summary: '', tags: [], cover: null, caseSteps: null }],
    ['a column by its id, or brought along whole', { column: { id: 'c1', name: '信用知识' } }],
    ['rows that were just added', { corrections: [{}], caseSteps: { costs: [{}], mend: [{ date: null }] } }],
    ['a text with a very deep quote that somebody might still write', { body: root(nested(50)) }],
  ])('%s is one', (_, form) => {
    expect(formContentSchema.safeParse(form).error).toBeUndefined();
  });

  it.each<[string, unknown, string]>([
    ['a title that is a number', { title: 614 }, '表单里的“标题”应是文字：请刷新页面再试。'],
    ['tags as one text', { tags: '信用' }, '表单里的“标签”应是一列文字：请刷新页面再试。'],
    ['a body that is HTML', { body: '<p>字</p>' }, '表单里的“正文”不是编辑器里的正文：请刷新页面再试。'],
    [
      'a body deeper than people write',
      { body: root(nested(70)) },
      '表单里的“正文”不是编辑器里的正文：请刷新页面再试。',
    ],
    ['steps as a text', { caseSteps: '四步' }, '表单里的“案例四步”应是一组字段：请刷新页面再试。'],
    ['corrections as a group', { corrections: { was: '旧' } }, '表单里的“更正记录”应是一列：请刷新页面再试。'],
    ['a cover that is a file', { cover: 7 }, '表单里的“题图”应是所选那一项的编号：请刷新页面再试。'],
    [
      'a mark that is a word',
      { answer: { minor: '是' } },
      '表单里的“认得出谁，是褒是贬”应是勾或不勾：请刷新页面再试。',
    ],
    ['no form at all', ['标题'], '表单里的“内容”应是稿件表单的内容：请刷新页面再试。'],
    ['nothing', null, '表单里的“内容”应是稿件表单的内容：请刷新页面再试。'],
  ])('%s is none, and a sentence says which field', (_, form, said) => {
    const { error } = formContentSchema.safeParse(form);
    expect(error && formTrouble(error)).toBe(said);
  });

  it('what is no content does not go along: nobody signs by previewing', () => {
    expect(formContentSchema.parse({ title: '题', stage: 'signed', reviews: [], editors: ['u1'] })).toEqual({
      title: '题',
    });
  });

  it('kept unsaved and read back it is the same, deep or empty', () => {
    const form = formContentSchema.parse({ title: '题', body: markdownToRichText('段。'), tags: ['一'] });
    expect(formContentDoor.read(formContentDoor.write(form)).value).toEqual(form);
    expect(formContentDoor.read({ title: 7 } as never).problem).toMatch(/暂存的内容/);
  });
});

describe('as the row that saving it would make', () => {
  it('rows that were just added are empty, not absent; a kind is chosen only when it is', () => {
    const form = formContentSchema.parse({
      corrections: [{ was: '旧' }],
      caseSteps: { what: '某店改了报告。', costs: [{ figure: '8000元' }], mend: [{}] },
      kind: '',
    });
    expect(asStory(form)).toMatchObject({
      id: '',
      title: '',
      kind: 'knowledge',
      tags: [],
      corrections: [{ date: '', was: '旧', now: '', note: '' }],
      caseSteps: { what: '某店改了报告。', costs: [{ figure: '8000元', label: '' }], mend: [{ date: '', text: '' }] },
    });
  });

  it('and as the release of that row: unsigned, with a number as long as the real one will be', () => {
    const snapshot = {
      title: '题',
      html: '<p>段。</p>',
      text: '段。',
      column: { slug: 'news', name: '动态' },
      corrections: [],
    };
    const at = new Date('2026-12-31T16:00:00.000Z');
    const made = (serial: number | null) => asRelease({ snapshot: snapshot as never, storyId: 's1', serial, at });
    expect(made(null)).toMatchObject({
      column: 'news',
      signedBy: '',
      hash: '',
      text: '段。',
      signedAt: at.toISOString(),
    });
    expect([String(made(null).serial).length, made(7).serial]).toEqual([5, 7]);
    expect(asRelease({ snapshot: { ...snapshot, column: null } as never, storyId: '', serial: 1, at }).column).toBe('');
  });
});

describe('the editor’s blocks', () => {
  it('are counted with the empty ones, so that the way to the third leads to the third', () => {
    const body = root(
      block('paragraph', [textNode('第一段。')]),
      block('paragraph', []),
      upload('m1'),
      block('list', [block('listitem', [textNode('甲')]), block('listitem', [textNode('乙')])]),
    );
    expect(bodyBlocks(body)).toEqual([
      { lines: ['第一段。'], picture: null },
      { lines: [], picture: null },
      { lines: [], picture: 'm1' },
      { lines: ['甲', '乙'], picture: null },
    ]);
  });

  it.each([null, undefined, '段。', {}, { root: null }, { root: { type: 'root' } }])('of %j there are none', (body) => {
    expect(bodyBlocks(body)).toEqual([]);
  });
});
