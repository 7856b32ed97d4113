import { createLocalReq } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../campaigns/bulkhead/stuck.ts';
import type { Person } from '../access/person.ts';
import type { Column } from '../payload-types.ts';
import { asUser, person } from '../testing/people.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { agreedCopy, dropCopy, keepCopy, keepStanding } from './agreed-copies.ts';
import { openWords } from './open-words.ts';
import { agreedRows, publicRows, publicSince } from './public-rows.ts';
import { settleCopy } from './settle-copy.ts';
import { wordingName, wordingOf } from './wording.ts';
import { writersOf } from './writers.ts';

let cms: TestCms;
let writer: Person;
let other: Person;
let count = 0;
beforeAll(async () => {
  cms = await testCms();
  [writer, other] = [await person(cms.payload, 'admin'), await person(cms.payload, 'admin')];
});
afterAll(() => cms.close());

const at = '2026-06-14T01:00:00.000Z';
const req = () => createLocalReq({}, cms.payload);
/** A column made by somebody, or (null) by the product itself. */
const make = async (who: Person | null, more: object = {}): Promise<Column> => {
  count += 1;
  const data = {
    slug: `c-${count}`,
    name: `栏目${count}`,
    description: '说明',
    type: '政务动态',
    kinds: ['knowledge'],
    ...more,
  };
  return cms.payload.create({
    collection: 'columns',
    data: data as never,
    ...(who ? { user: asUser(who), overrideAccess: false } : {}),
  });
};
const change = (row: { id: string }, who: Person | null, more: object): Promise<Column> =>
  cms.payload.update({
    collection: 'columns',
    id: row.id,
    data: more as never,
    ...(who ? { user: asUser(who), overrideAccess: false } : {}),
  });
const agree = async (row: Column) =>
  keepCopy(await req(), 'columns', row.id, wordingOf('columns', row), {
    writers: writersOf(row),
    by: other,
    note: '同意',
    since: at,
  });
const names = (row: Column) => writersOf(row).map(({ id }) => id);
/** What the public reads of it now; undefined: nothing. */
const read = async (row: Column) => (await publicRows(cms.payload, 'columns', [row]))[0]?.name;
const now = (row: Column) => cms.payload.findByID({ collection: 'columns', id: row.id, depth: 0 });

describe('who has written what nobody has agreed to', () => {
  it('the product’s own words have no writer; somebody’s are nowhere until agreed to', async () => {
    const [own, theirs] = [await make(null), await make(writer)];
    expect([names(own), names(theirs)]).toEqual([[], [writer.id]]);
    expect([await read(own), await read(theirs)]).toEqual([own.name, undefined]);
  });

  it('each hand is noted once; a save that changes no word adds nobody', async () => {
    const row = await make(writer);
    expect(names(await change(row, other, { navOrder: 7 }))).toEqual([writer.id]);
    const twice = await change(await change(row, other, { name: '甲' }), other, { name: '乙' });
    expect(names(twice)).toEqual([writer.id, other.id]);
  });

  it('nobody can leave out their own name, or write in another’s', async () => {
    const row = await make(writer, { writers: [] });
    expect(names(row)).toEqual([writer.id]);
    expect(names(await change(row, other, { name: '丙', writers: [] }))).toEqual([writer.id, other.id]);
  });

  it('words that are put back as the public reads them have no writers any more', async () => {
    const row = await make(null, { name: '原名' });
    const changed = await change(row, writer, { name: '改名' });
    expect([names(changed), await read(changed)]).toEqual([[writer.id], '原名']);
    const back = await change(row, other, { name: '原名' });
    expect([names(back), await read(back)]).toEqual([[], '原名']);
  });

  it('what the product changes in words that are public is public at once; in somebody’s proposal it waits on', async () => {
    const row = await make(null, { name: '原名' });
    const proposed = await change(row, writer, { name: '提议' });
    await change(row, null, { description: '产品改的说明' });
    expect((await publicRows(cms.payload, 'columns', [await now(proposed)]))[0]).toMatchObject({
      name: '原名',
      description: '说明',
    });
    const free = await make(writer);
    await agree(free);
    await change(free, null, { name: '产品改的名' });
    expect(await read(await now(free))).toBe('产品改的名');
  });

  it('a row that is deleted leaves no words behind', async () => {
    const row = await make(writer);
    await agree(row);
    await cms.payload.delete({ collection: 'columns', id: row.id });
    expect(await agreedCopy(cms.payload, 'columns', row.id)).toBeNull();
  });
});

describe('what was agreed to', () => {
  it('is read until other words are agreed to, whatever the row says meanwhile', async () => {
    const row = await make(writer);
    await agree(row);
    const changed = await change(row, writer, { name: '新名' });
    expect(await read(changed)).toBe(row.name);
    await agree(changed);
    expect(await read(changed)).toBe('新名');
    const { docs } = await cms.payload.find({ collection: 'public-texts', where: { row: { equals: row.id } } });
    expect(docs).toMatchObject([
      { proposedBy: writer.name, agreedBy: other.name, version: wordingName(wordingOf('columns', changed)) },
    ]);
  });

  it('two who agree at once leave one copy', async () => {
    const row = await make(writer);
    await Promise.all([agree(row), agree(row), agree(row)]);
    expect(
      (await cms.payload.count({ collection: 'public-texts', where: { row: { equals: row.id } } })).totalDocs,
    ).toBe(1);
  });

  it('what stood before is kept once, and is not said to have become public just now', async () => {
    const row = await make(null);
    await keepStanding(await req(), 'columns', row);
    const copy = await agreedCopy(cms.payload, 'columns', row.id);
    expect([copy?.since, copy?.reason]).toEqual([new Date(row.updatedAt).toISOString(), null]);
    await keepStanding(await req(), 'columns', { ...row, name: '别的名' } as never);
    expect((await agreedCopy(cms.payload, 'columns', row.id))?.words.name).toBe(row.name);
  });

  it('since when the public reads it: of the agreement, else of the row; rows it reads nothing of are left out', async () => {
    const [agreed, own, waiting] = [await make(writer), await make(null), await make(writer)];
    await agree(agreed);
    expect([...(await publicSince(cms.payload, 'columns', [agreed, own, waiting]))]).toEqual([
      [agreed.id, at],
      [own.id, own.updatedAt],
    ]);
  });

  it('a reason why the checks were wrong stays with the words', async () => {
    const row = await make(writer);
    await keepCopy(await req(), 'columns', row.id, wordingOf('columns', row), {
      writers: [],
      by: other,
      note: '同意',
      reason: '只是同名的单位',
    });
    expect((await agreedRows(cms.payload, 'columns', [row]))[0]?.reason).toBe('只是同名的单位');
    await dropCopy(await req(), 'columns', row.id);
    expect(await read(row)).toBeUndefined();
  });

  it('one row that cannot be read is told and shown to nobody; the others are there', async () => {
    const [good, bad] = [await make(null), await make(null)];
    const { stuck, value } = await gather(() =>
      publicRows(cms.payload, 'columns', [{ ...bad, writers: '谁写的？' } as never, good]),
    );
    expect([value.map(({ id }) => id), stuck.map(({ item }) => item)]).toEqual([[good.id], [`columns ${bad.id}`]]);
  });

  it('a hundred rows and more are asked for at once, and each is found', async () => {
    const row = await make(writer);
    await agree(row);
    const many = [...Array.from({ length: 120 }, (_, i) => ({ ...row, id: `none-${i}` })), row];
    const copies = await openWords(cms.payload, 'columns', many);
    expect(copies.map((one) => one.row.id)).not.toContain(row.id);
    expect(copies).toHaveLength(120);
  });
});

describe('words that became public on another way', () => {
  it('a signature settles what waited, and leaves what somebody agreed to as it is', async () => {
    const row = await make(writer);
    expect(await settleCopy(cms.payload, 'columns', row as never, new Date(at))).toMatchObject({ name: row.name });
    expect(await agreedCopy(cms.payload, 'columns', row.id)).toMatchObject({ since: at });
    const changed = await change(row, writer, { name: '又改' });
    expect(
      await settleCopy(cms.payload, 'columns', changed as never, new Date('2026-07-01T01:00:00.000Z')),
    ).toMatchObject({ name: row.name });
  });

  it('words that nobody had to agree to are not touched', async () => {
    const row = await make(null);
    expect(await settleCopy(cms.payload, 'columns', row as never, new Date(at))).toBeNull();
    expect(await agreedCopy(cms.payload, 'columns', row.id)).toBeNull();
  });
});
