import type { Payload } from 'payload';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { gather } from '../../../campaigns/bulkhead/stuck.ts';
import { jsonColumn } from '../../columns/json-column.ts';
import { listDoor } from '../../columns/list-door.ts';
import { jsonColumns } from './json-columns.ts';
import { lookAtRows } from './look-at-rows.ts';
import { lookRound } from './look-round.ts';

const door = listDoor('findings', { label: '示例清单', entry: z.string() });
const column = { ...jsonColumn(door, { name: 'list' }), type: 'json' };
const config = (more: object = {}) => ({
  slug: 'things',
  admin: { useAsTitle: 'name' },
  labels: { singular: '东西' },
  flattenedFields: [{ type: 'text', name: 'name' }, column],
  ...more,
});

type Row = { id: string; name?: unknown; list?: unknown };
interface Where {
  id?: { in?: string[]; greater_than?: string };
}

/** A house of these collections, whose rows lie in memory. */
function house(rows: Row[], configs: object[] = [config()]) {
  const kept = new Map<string, unknown>();
  const db = {
    find: async ({
      collection,
      limit,
      sort,
      where,
    }: {
      collection: string;
      where: Where;
      limit: number;
      sort: string[];
    }) => {
      if (collection === 'broken') throw new Error('表坏了。');
      const found = rows
        .filter(
          ({ id }) =>
            where.id?.in?.includes(id) ?? (where.id?.greater_than === undefined || id > where.id.greater_than),
        )
        .sort((a, b) => (a.id < b.id ? -1 : 1) * (sort[0] === '-id' ? -1 : 1));
      return { docs: limit > 0 ? found.slice(0, limit) : found };
    },
  };
  const kv = {
    get: async (key: string) => kept.get(key) ?? null,
    set: async (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
  };
  return {
    rows,
    kept,
    payload: { config: { collections: configs }, db, kv } as unknown as Pick<Payload, 'config' | 'db' | 'kv'>,
  };
}

const ids = async (payload: Pick<Payload, 'config' | 'db' | 'kv'>, size: number) =>
  (await lookRound(payload, size)).map(({ id }) => id);
const many = (count: number, unfit: readonly number[]): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `r${String(i).padStart(3, '0')}`,
    name: `第${i}件`,
    list: unfit.includes(i) ? [7] : ['好'],
  }));

describe('which columns there are', () => {
  it.each<[string, object, unknown]>([
    ['one with a title', config(), ['东西', 'name', ['list']]],
    ['one whose title is its id', config({ admin: { useAsTitle: 'id' } }), ['东西', null, ['list']]],
    ['one without a title', config({ admin: {} }), ['东西', null, ['list']]],
    ['one without a Chinese name', config({ labels: { singular: { en: 'thing' } } }), ['things', 'name', ['list']]],
    ['one without such a column', config({ flattenedFields: [{ type: 'text', name: 'name' }] }), undefined],
    ['the shell’s own', config({ slug: 'payload-kv' }), undefined],
  ])('%s', (_what, one, found) => {
    const [first] = jsonColumns(house([], [one]).payload);
    expect(first && [first.label, first.title, first.columns.map(({ name }) => name)]).toEqual(found);
  });

  it.each([
    ['without a door', { flattenedFields: [{ type: 'json', name: 'list' }] }, 'things.list 没有门'],
    ['in a group', { flattenedFields: [{ type: 'group', name: 'g', flattenedFields: [column] }] }, '在组或列表里'],
    [
      'in a list in a group',
      {
        flattenedFields: [
          { type: 'group', name: 'g', flattenedFields: [{ type: 'array', name: 'a', flattenedFields: [column] }] },
        ],
      },
      '在组或列表里',
    ],
  ])('one %s is the programmer’s fault', (_what, more, said) =>
    expect(() => jsonColumns(house([], [config(more)]).payload)).toThrow(said),
  );
});

describe('one row', () => {
  const look = async (row: Partial<Row>) => {
    const { payload } = house([{ id: 'r1', name: '示例', list: ['好'], ...row }]);
    return (await lookAtRows(payload, jsonColumns(payload)[0]!, {}, 0)).unfit;
  };
  it.each<[string, Partial<Row>, string | null]>([
    ['that fits', {}, null],
    ['of nothing', { list: [] }, null],
    ['that was never written', { list: null }, '示例清单读不出来：是空的。'],
    ['of another kind', { list: { a: 1 } }, '示例清单读不出来'],
    ['with one entry of another kind', { list: ['好', 7] }, '示例清单读不出来'],
    ['of a newer program', { list: { version: 9, value: [] } }, '是更新的程序写的（第9种写法'],
  ])('%s', async (_what, row, said) => {
    const found = await look(row);
    if (said === null) expect(found).toEqual([]);
    else
      expect(found).toMatchObject([
        { collection: 'things', id: 'r1', title: '东西“示例”', problems: [expect.stringContaining(said)] },
      ]);
  });
  it.each([[undefined], [''], [7], [null]])('whose title is %j goes by its kind', async (name) =>
    expect(await look({ name, list: 7 })).toMatchObject([{ title: '一条东西' }]),
  );
});

describe('round and round', () => {
  it('a few at a time, and after the last the first again', async () => {
    const { payload } = house(many(10, [1, 5, 9]));
    // Once found, it is told each time.
    expect(await ids(payload, 4)).toEqual(['r001']);
    expect(await ids(payload, 4)).toEqual(['r001', 'r005']);
    expect(await ids(payload, 4)).toEqual(['r001', 'r005', 'r009']);
    expect(await ids(payload, 4)).toEqual(['r001', 'r005', 'r009']);
  });

  it('what was mended is gone at once, what was deleted too; what broke behind the look is found in the next round', async () => {
    const { payload, rows } = house(many(6, [0, 2]));
    expect(await ids(payload, 3)).toEqual(['r000', 'r002']);
    rows[0]!.list = ['好'];
    rows.splice(2, 1);
    rows[1]!.list = 7;
    expect(await ids(payload, 3)).toEqual([]);
    expect(await ids(payload, 3)).toEqual([]);
    expect(await ids(payload, 3)).toEqual(['r001']);
  });

  it('as many rows as are looked at in one go: nothing is left out, nothing told twice', async () => {
    const { payload } = house(many(4, [3]));
    for (let round = 0; round < 4; round += 1) expect(await ids(payload, 4)).toEqual(['r003']);
  });

  it('a thousand broken rows are remembered as a hundred', async () => {
    const { payload } = house(
      many(
        300,
        Array.from({ length: 300 }, (_, i) => i),
      ),
    );
    expect(await ids(payload, 250)).toHaveLength(100);
    expect(await ids(payload, 250)).toHaveLength(100);
  });

  it('one kind that cannot be read is told and stops no other', async () => {
    const { payload } = house(many(2, [0]), [config({ slug: 'broken', labels: { singular: '坏表' } }), config()]);
    const { stuck, value } = await gather(() => ids(payload, 5));
    expect(value).toEqual(['r000']);
    expect(stuck).toEqual([{ item: 'rows broken', title: '保存的“坏表”', error: '表坏了。' }]);
  });

  it.each([[null], ['x'], [{ after: 7 }], [{ after: {}, unfit: { things: 'r000' } }]])(
    'a memory like %j is forgotten, and the round begins anew',
    async (memory) => {
      const { kept, payload } = house(many(3, [0]));
      kept.set('unfit.rows', memory);
      expect(await ids(payload, 5)).toEqual(['r000']);
    },
  );

  it('an empty house', async () => expect(await ids(house([]).payload, 5)).toEqual([]));
});
