import type { FlattenedField } from 'payload';
import { describe, expect, it } from 'vitest';
import { guardedFields, isPersonal } from './fields.ts';
import { fieldAt, linesOf } from './lines-of.ts';

const text = (name: string, label?: string) => ({ type: 'text', name, label }) as unknown as FlattenedField;
const choice = {
  type: 'select',
  name: 'verdict',
  label: '结论',
  options: [{ value: 'open', label: '核查中' }, { value: 'odd', label: { zh: '别的' } }, 'plain'],
} as unknown as FlattenedField;
const box = { type: 'checkbox', name: 'told', label: '已答复' } as unknown as FlattenedField;
const list = {
  type: 'array',
  name: 'objections',
  label: '异议',
  flattenedFields: [text('id'), text('what', '内容'), choice, box],
} as unknown as FlattenedField;

describe('a value as people read it', () => {
  it.each<[string, FlattenedField, unknown, string[]]>([
    ['a text', text('a'), '示例', ['示例']],
    ['a number', text('a'), 0, ['0']],
    ['nothing', text('a'), null, []],
    ['an empty text', text('a'), '', []],
    ['never entered', text('a'), undefined, []],
    ['a choice', choice, 'open', ['核查中']],
    ['several choices', choice, ['open', 'plain'], ['核查中', 'plain']],
    ['a choice that there is no more', choice, 'gone', ['gone']],
    ['a choice without one word', choice, 'odd', ['odd']],
    ['a box that is ticked', box, true, ['是']],
    ['a box that is not', box, false, ['否']],
    ['a group of an older version', text('a'), { b: 1 }, ['{"b":1}']],
    ['rows', list, [{ id: '1', what: '示例', verdict: 'open', told: true }], ['内容：示例；结论：核查中；已答复：是']],
    ['rows with gaps', list, [{ what: '', verdict: 'open' }, { what: '甲' }], ['结论：核查中', '内容：甲']],
    ['a row of nothing', list, [{ id: '1' }, { what: '甲' }], ['内容：甲']],
    ['a row that is none', list, [null, 'x', { what: '甲' }], ['内容：甲']],
    ['rows that are no list', list, '示例', ['示例']],
    ['no rows', list, [], []],
  ])('%s', (_what, field, value, lines) => expect(linesOf(field, value)).toEqual(lines));
});

it('a field without a label goes by its name', () => {
  const rows = { type: 'array', name: 'r', flattenedFields: [text('raw')] } as unknown as FlattenedField;
  expect(linesOf(rows, [{ raw: '甲' }])).toEqual(['raw：甲']);
});

it.each([
  ['notice.objections', 'objections'],
  ['notice', 'notice'],
  ['notice.nothing', null],
  ['nothing.objections', null],
  ['plain.deeper', null],
  ['', null],
])('the field at %j', (path, name) => {
  const fields = [
    text('plain'),
    { type: 'group', name: 'notice', flattenedFields: [list] } as unknown as FlattenedField,
  ];
  expect(fieldAt(fields, path)?.name ?? null).toBe(name);
});

it.each([
  ['nominations', 'rechecks', true],
  ['nominations', 'rechecks.0.by', true],
  ['nominations', 'recheckstand', false],
  ['nominations', 'notice.objections', true],
  ['nominations', 'notice', false],
  ['users', 'email', true],
  ['columns', 'name', false],
])('%s.%s is about a person: %s', (collection, path, personal) => expect(isPersonal(collection, path)).toBe(personal));

it('what is read only with a reason is about a person', () => {
  for (const collection of ['nominations', 'papers'])
    for (const { path } of guardedFields(collection)) expect(isPersonal(collection, path)).toBe(true);
  expect(guardedFields('columns')).toEqual([]);
});
