import { expect, it } from 'vitest';
import { differences } from './differences.ts';
import { changesText } from './row-change.ts';

const digest = (text: string) => `#${text.length}`;
const of = (collection: string, before: Record<string, unknown> | null, after: Record<string, unknown> | null) =>
  differences(collection, before, after, digest);

it('groups field by field, lists and texts as wholes, and only what changes', () => {
  const before = { title: '旧', place: { a: 1, b: '二' }, tags: ['甲'], summary: null };
  expect(of('columns', before, { title: '新', place: { a: 1, b: '三' }, tags: ['甲', '乙'], summary: '' })).toEqual({
    title: ['旧', '新'],
    'place.b': ['二', '三'],
    tags: ['["甲"]', '["甲","乙"]'],
  });
});

it.each([
  ['users', 'hash'],
  ['users', 'salt'],
  ['users', 'password'],
  ['second-factors', 'secret'],
  ['second-factors', 'recovery'],
  ['anything', 'accessToken'],
  ['anything', 'apiKey'],
])('%s.%s is never kept', (collection, field) => {
  expect(of(collection, { [field]: 'old' }, { [field]: 'new' })).toEqual({ [field]: ['（不记录）', '（不记录）'] });
});

it.each([['电话13812345678'], ['证号 110105 19491231 002X'], ['卡号6222021234567890128']])(
  '%s leaves a digest only',
  (text) => {
    const [[, kept]] = Object.values(of('columns', null, { description: text })) as [[unknown, unknown]];
    expect(kept).toMatch(/^（含个人信息，摘要 #\d+）$/);
  },
);

it('a fingerprint of content is no secret', () => {
  expect(of('releases', null, { hash: 'abc' })).toEqual({ hash: [null, 'abc'] });
  expect(of('stories', { contentHash: 'a' }, { contentHash: 'b' })).toEqual({ contentHash: ['a', 'b'] });
});

it('a deletion tells what was there', () => {
  expect(of('columns', { id: 'x', name: '栏目', updatedAt: 'now' }, null)).toEqual({ name: ['栏目', null] });
});

it('an act on very many rows is told as some of them, a number and a fingerprint', () => {
  const changes = Array.from({ length: 90 }, (_, i) => ({
    target: 'posts',
    rowId: String(i),
    fields: { at: ['a', 'b'] as [unknown, unknown] },
  }));
  const told = JSON.parse(changesText(changes, digest) ?? '[]') as unknown[];
  expect(told).toHaveLength(41);
  expect(told.at(-1)).toMatchObject({ more: 50, fingerprint: expect.stringMatching(/^#/) });
});

it('a long text with a number of a person leaves a keyed digest, not a fingerprint that can be guessed', () => {
  const around = '诚信宣传。'.repeat(60);
  const kept = (text: string) => of('columns', null, { description: text }).description?.[1];
  expect(kept(`${around}电话13812345678${around}`)).toMatch(/^（含个人信息，摘要 #\d+）$/);
  expect(kept(around)).toMatch(/^（共300字，sha256 [0-9a-f]{64}）$/);
});

it('counts people’s characters, and shows what is exactly as long as may be shown', () => {
  const kept = (text: string) => of('columns', null, { description: text }).description?.[1];
  expect(kept('信'.repeat(200))).toBe('信'.repeat(200));
  expect(kept('信'.repeat(201))).toMatch(/^（共201字/);
  expect(kept('😀'.repeat(101))).toMatch(/^（共101字/);
});
