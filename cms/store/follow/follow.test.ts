import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherAll, tellStuck } from '../../../campaigns/bulkhead/stuck.ts';
import { poison } from '../../testing/poison.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import { readable } from '../../../campaigns/bulkhead/each.ts';
import { openMongod } from '../testing/mongod.ts';
import { follow } from './follow.ts';
import type { Followed, Source } from './source.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

describe.each(['SQLite', ...('url' in mongod ? ['MongoDB'] : [])])('%s', (engine) => {
  let cms: TestCms;
  beforeAll(async () => {
    if (engine === 'MongoDB' && 'url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
    cms = await testCms();
    delete process.env.CMS_TEST_MONGODB_URL;
  });
  afterAll(() => cms.close());

  let names = 0;
  /** A thing of its own that is followed, over rows of its own; `read`: how many rows were given in the last minute. */
  function scene(rounds?: number) {
    names += 1;
    const name = `test-${names}`;
    const settled: string[] = [];
    let read = 0;
    let work: Followed['settle'] = async () => [];
    const source: Source = {
      collection: 'public-texts',
      stamp: 'createdAt',
      where: { subject: { equals: name } },
      select: { row: true, agreedAt: true },
      items: (rows) => {
        read += rows.length;
        // SQLite does not even give a row with such a date, MongoDB gives it: here it is read.
        return readable(
          rows,
          ({ id }) => [`public-texts ${id}`, 'a row'],
          ({ agreedAt, row }) => {
            if (Number.isNaN(Date.parse(String(agreedAt)))) throw new Error('no date');
            return String(row);
          },
        );
      },
      ...(rounds ? { rounds } : {}),
    };
    return {
      add: async (row: string, createdAt = new Date()) => {
        const id = uuidv7();
        await cms.payload.db.create({
          collection: 'public-texts',
          data: {
            id,
            key: `${name}/${row}`,
            subject: name,
            row,
            words: {},
            version: '1',
            agreedAt: createdAt.toISOString(),
            createdAt: createdAt.toISOString(),
            updatedAt: createdAt.toISOString(),
          } as never,
          req: undefined as never,
        });
        return id;
      },
      whenSettling: (next: Followed['settle']) => {
        work = next;
      },
      /** One minute. @returns what was settled in it, and what was told as stuck */
      async minute() {
        settled.length = 0;
        read = 0;
        const told = await gatherAll(() =>
          follow(cms.payload, {
            name,
            sources: [source],
            settle: async (items) => {
              settled.push(...items);
              return work(items);
            },
          }),
        );
        return { settled: [...settled].sort(), read, stuck: told.stuck.map(({ item }) => item), error: told.error };
      },
      forget: () => cms.payload.kv.delete(`follow.${name}`),
      spoil: () => cms.payload.kv.set(`follow.${name}`, { version: 7 }),
    };
  }
  const long = (days: number) => new Date(Date.now() - days * 86_400_000);

  it('settles everything the first time, then what is new, and what is settled no more', async () => {
    const on = scene(2);
    for (let n = 0; n < 5; n += 1) await on.add(`old${n}`, long(100 - n));
    expect((await on.minute()).settled).toEqual(['old0', 'old1', 'old2', 'old3', 'old4']);
    await on.add('new');
    expect((await on.minute()).settled).toContain('new');
  });

  it('reads no more rows a minute when there are many, and comes by all of them in turn', async () => {
    const [few, many] = [scene(3), scene(3)];
    for (let n = 0; n < 10; n += 1) await few.add(`n${n}`, long(500 - n));
    for (let n = 0; n < 250; n += 1) await many.add(`n${n}`, long(500 - n));
    expect((await many.minute()).settled).toHaveLength(250);
    await few.minute();
    const reads = [await few.minute(), await many.minute()].map(({ read }) => read);
    expect(reads[1]).toBe(reads[0]);
    const seen = new Set<string>();
    for (let n = 0; n < 84; n += 1) for (const item of (await many.minute()).settled) seen.add(item);
    expect(seen.size).toBe(250);
  });

  it('a crash while settling looks at the same again', async () => {
    const on = scene();
    await on.minute();
    await on.add('a');
    on.whenSettling(async () => {
      throw new Error('断了。');
    });
    expect((await on.minute()).error).toContain('断了');
    on.whenSettling(async () => []);
    expect((await on.minute()).settled).toEqual(['a']);
  });

  it('what got stuck, or is still open, is looked at each minute until it is settled', async () => {
    const on = scene(1);
    // So long ago that no instant brings it back, and one of many, so that the round is seldom there.
    for (let n = 0; n < 6; n += 1) await on.add(`n${n}`, long(100 - n));
    on.whenSettling(async (items) => {
      // One at a time, as if each were a call of its own.
      if (items.includes('n4')) tellStuck('thing n4', '一件', new Error('坏了。'));
      return items.filter((item) => item === 'n2');
    });
    await on.minute();
    for (let n = 0; n < 3; n += 1)
      expect(await on.minute()).toMatchObject({ settled: expect.arrayContaining(['n2', 'n4']), stuck: ['thing n4'] });
    on.whenSettling(async () => []);
    await on.minute();
    expect((await on.minute()).settled.length).toBeLessThanOrEqual(2);
  });

  it('nothing that was kept, or something that cannot be read: everything is looked at', async () => {
    const on = scene(1);
    for (let n = 0; n < 4; n += 1) await on.add(`n${n}`, long(50 - n));
    await on.minute();
    for (const lose of [on.forget, on.spoil]) {
      await lose();
      expect((await on.minute()).settled).toEqual(['n0', 'n1', 'n2', 'n3']);
    }
  });

  // MongoDB reads such a date as none.
  it('rows that cannot be read end no round: those behind them have their turn, the first time and later', async () => {
    const on = scene(2);
    const ids: string[] = [];
    for (let n = 0; n < 210; n += 1) ids.push(await on.add(`n${String(n).padStart(3, '0')}`, long(500 - n)));
    // The last of the first page, whole pages of later rounds, and the very last.
    const broken = [198, 199, 200, 202, 203, 209].map((n) => ids[n]!);
    for (const id of broken) await poison(cms.payload, 'public-texts', id, 'agreedAt', 'garbage');
    const first = await on.minute();
    expect(first.settled).toHaveLength(204);
    expect(first.stuck.sort()).toEqual(broken.map((id) => `public-texts ${id}`).sort());
    const seen = new Set<string>();
    for (let n = 0; n < 106; n += 1) for (const item of (await on.minute()).settled) seen.add(item);
    expect(seen.size).toBe(204);
  });

  it('a row that cannot be read is told each minute, and stops none of the others', async () => {
    const on = scene(1);
    for (let n = 0; n < 6; n += 1) await on.add(`n${n}`, long(100 - n));
    const bad = await on.add('bad', long(50));
    await poison(cms.payload, 'public-texts', bad, 'agreedAt', 'garbage');
    expect(await on.minute()).toMatchObject({
      settled: ['n0', 'n1', 'n2', 'n3', 'n4', 'n5'],
      stuck: [`public-texts ${bad}`],
    });
    await on.add('good');
    expect((await on.minute()).settled).toContain('good');
    for (let n = 0; n < 3; n += 1) expect((await on.minute()).stuck).toEqual([`public-texts ${bad}`]);
    await poison(cms.payload, 'public-texts', bad, 'agreedAt', new Date().toISOString());
    expect(await on.minute()).toMatchObject({ settled: expect.arrayContaining(['bad']), stuck: [] });
  });
});
