import { describe, expect, it } from 'vitest';
import { contentHash } from '../../release/content.ts';
import type { Review } from '../../story/act.ts';
import { fillSearchText } from './fill-search-text.ts';
import { followEdits } from './hooks.ts';

type Args = Parameters<typeof followEdits>[0];
const content = { title: '一杆老秤（示例）', kind: 'knowledge', summary: '斤两都在心里。', tags: ['信用'] };
const review: Review = {
  act: 'approve-first',
  round: 2,
  by: 'first',
  byName: '示例初审',
  at: '2026-06-14T09:00:00+08:00',
  contentHash: contentHash(content),
  note: null,
};
const before = {
  ...content,
  stage: 'second',
  round: 2,
  editors: ['writer'],
  reviews: [review],
  assignee: 'second',
  contentHash: contentHash(content),
};
const save = async (data: object, more: { by?: string | null; row?: object | null; reviewOf?: object } = {}) => {
  const { by = 'mender', row = before, reviewOf } = more;
  return (await followEdits({
    data,
    originalDoc: row ?? undefined,
    operation: row ? 'update' : 'create',
    req: { user: by === null ? null : { id: by }, context: reviewOf ? { reviewOf } : {} },
  } as unknown as Args)) as Record<string, unknown>;
};

describe('a new story', () => {
  it('is whoever writes it’s, with the fingerprint of what it says', async () => {
    expect(await save({ ...content, createdBy: 'somebody-else' }, { row: null, by: 'writer' })).toMatchObject({
      createdBy: 'writer',
      editors: [],
      contentHash: contentHash(content),
    });
  });
  it('that a command brings in keeps the author that the command says', async () => {
    expect(await save({ ...content, createdBy: 'seeded' }, { row: null, by: null })).toMatchObject({
      createdBy: 'seeded',
    });
  });
});

describe('an edit', () => {
  it.each<[string, string, number, string, number]>([
    ['with a reviewer', 'second', 2, 'draft', 3],
    ['signed', 'signed', 2, 'draft', 3],
    ['a draft', 'draft', 2, 'draft', 2],
    ['sent back', 'returned', 2, 'returned', 2],
  ])('of a story that is %s: what was reviewed counts no more', async (_, stage, round, then, rounds) => {
    const saved = await save({ summary: '改过的一句。' }, { row: { ...before, stage, round } });
    expect(saved).toMatchObject({ stage: then, round: rounds, editors: ['writer', 'mender'], assignee: null });
    expect(saved.contentHash).toBe(contentHash({ ...content, summary: '改过的一句。' }));
    expect(saved).not.toHaveProperty('reviews');
  });

  it('by somebody who has edited before, or by a command, names nobody twice and nobody at all', async () => {
    expect((await save({ summary: '改。' }, { by: 'writer' })).editors).toEqual(['writer']);
    expect((await save({ summary: '改。' }, { by: null })).editors).toEqual(['writer']);
  });

  it.each<[string, object]>([
    ['saves what stands there already', { summary: content.summary }],
    ['saves nothing', {}],
    ['saves what is no content', { deletedAt: '2026-06-14T01:00:00.000Z' }],
  ])('that %s leaves the review where it is', async (_, data) => {
    expect(await save(data)).toEqual(data);
  });
});

describe('a review act', () => {
  const becomes = contentHash(content);
  const decided = { stage: 'second', contentHash: becomes, reviews: 1, becomes };

  it('writes what it decided on, and is no edit', async () => {
    expect(await save({ stage: 'final' }, { reviewOf: decided })).toEqual({ stage: 'final' });
  });

  it.each<[string, object, object]>([
    ['somebody edited it meanwhile', {}, { ...decided, contentHash: 'x' }],
    ['somebody judged it meanwhile', {}, { ...decided, stage: 'first' }],
    ['somebody said something in the log meanwhile', {}, { ...decided, reviews: 0 }],
    ['it would bring in words that nobody saw', { title: '别的题目' }, decided],
  ])('is refused, when %s', async (_, data, reviewOf) => {
    await expect(save({ stage: 'final', ...data }, { reviewOf })).rejects.toMatchObject({
      status: 409,
      message: '这篇稿件刚刚被别人改过或审过：请刷新页面，看过最新内容再操作。',
    });
  });
});

it('the text that a list is searched by follows an edit, keeps its number, and a copy has none', async () => {
  const text = async (operation: string, data: object) =>
    (
      (await fillSearchText({
        data,
        operation,
        originalDoc: { ...content, searchText: '〔12〕\n一杆老秤（示例）' },
      } as never)) as { searchText: string }
    ).searchText.split('\n');
  expect(await text('update', { title: '改名（示例）' })).toEqual(['〔12〕', '改名（示例）', content.summary, '信用']);
  expect(await text('create', {})).toEqual([content.title, content.summary, '信用']);
});
