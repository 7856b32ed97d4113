import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../campaigns/bulkhead/stuck.ts';
import { addDays, instantOf } from '../../campaigns/calendar/civil-day.ts';
import type { Clock } from '../../campaigns/ports/clock.ts';
import type { CurrentLists, ListEntry } from '../nominations/current-lists.ts';
import { loadNominationTerms } from '../content/load-nomination-terms.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { compareModels } from './compare-models.ts';
import { compareNightly, lastCompared } from './compare-nightly.ts';
import { purgePapers } from './purge-papers.ts';
import { releaseBatches } from './release-batches.ts';

let cms: TestCms;
let count = 0;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());
const at = (day: string, time = '03:00'): Clock => ({
  now: () => instantOf(day, time),
  sleep: () => Promise.resolve(),
});

/** A row as it stands after the ways that are tested elsewhere. */
async function nomination(name: string, more: object = {}): Promise<string> {
  const { id } = await cms.payload.create({
    collection: 'nominations',
    data: {
      name,
      subject: 'unit',
      category: '诚信单位',
      place: '示例县示例镇',
      recommendedBy: '示例镇人民政府',
      deed: '守一杆秤。',
    } as never,
    depth: 0,
  });
  await cms.payload.db.updateOne({
    collection: 'nominations',
    id,
    data: { state: 'accepted', ...more } as never,
    returning: false,
  });
  return id;
}
const row = async (id: string) => {
  const { hit, state } = await cms.payload.findByID({ collection: 'nominations', id, depth: 0 });
  return { hit: hit ?? null, state };
};
const entry = (name: string, more: Partial<ListEntry> = {}): ListEntry => ({
  list: '示例名单',
  name,
  kind: 'unit',
  place: '示例县',
  ...more,
});
const asked: string[][] = [];
const lists = (...entries: ListEntry[]): CurrentLists => ({
  entries: (names) => {
    asked.push([...names]);
    return Promise.resolve(entries);
  },
});

describe('everybody honoured, compared with the lists of the day', () => {
  it('a unit of that name is taken offline, with the day, the list and the place', async () => {
    const id = await nomination('示例商贸甲');
    await compareModels(cms.payload, at('2027-06-10'), lists(entry('示例商贸 甲')));
    expect(await row(id)).toEqual({ state: 'offline', hit: '2027-06-10比对：在“示例名单”里有这一单位（示例县）。' });
  });

  it('a namesake elsewhere is only told; no longer listed, nobody is told any more', async () => {
    const id = await nomination('示例某甲', { subject: 'person' });
    await compareModels(cms.payload, at('2027-06-10'), lists(entry('示例某甲', { kind: 'person', place: '别处区' })));
    expect(await row(id)).toEqual({ state: 'accepted', hit: '2027-06-10比对：在“示例名单”里有同名的人（别处区）。' });
    await compareModels(cms.payload, at('2027-06-11'), lists());
    expect(await row(id)).toEqual({ state: 'accepted', hit: null });
  });

  it('a source that does not say where: no empty brackets', async () => {
    const id = await nomination('示例某乙', { subject: 'person' });
    await compareModels(cms.payload, at('2027-06-10'), lists(entry('示例某乙', { kind: 'person', place: null })));
    expect((await row(id)).hit).toBe('2027-06-10比对：在“示例名单”里有同名的人。');
  });

  it.each([
    ['a child', '示例小丙', { subject: 'minor' }, entry('示例小丙', { kind: 'person' })],
    ['a person of a unit’s name', '示例某丁', { subject: 'person' }, entry('示例某丁')],
  ])('%s is on no list', async (_, name, more, listed) => {
    const id = await nomination(name, more);
    await compareModels(cms.payload, at('2027-06-10'), lists(listed));
    expect(await row(id)).toEqual({ state: 'accepted', hit: null });
  });

  it('who is not honoured now is not asked about: names go to nobody without need', async () => {
    await nomination('示例已下线', { state: 'offline' });
    await nomination('示例已拒绝', { state: 'refused' });
    asked.length = 0;
    await compareModels(cms.payload, at('2027-06-10'), lists());
    expect(asked.flat()).not.toContain('示例已下线');
    expect(asked.flat()).not.toContain('示例已拒绝');
  });

  it('somebody without a name is told to the desk, and the others are compared', async () => {
    const [nameless, other] = [await nomination('示例临时'), await nomination('示例商贸戊')];
    await cms.payload.db.updateOne({
      collection: 'nominations',
      id: nameless,
      data: { name: ' ' } as never,
      returning: false,
    });
    const { stuck } = await gather(() => compareModels(cms.payload, at('2027-06-10'), lists(entry('示例商贸戊'))));
    expect(stuck).toMatchObject([
      { item: `nomination ${nameless}`, error: '没有姓名或单位，没法和名单比对：请补上。' },
    ]);
    expect((await row(other)).state).toBe('offline');
  });

  it('a source that does not answer changes nobody', async () => {
    const id = await nomination('示例某己', { subject: 'person', hit: '昨天的。' });
    const silent: CurrentLists = { entries: () => Promise.reject(new Error('源不通')) };
    await expect(compareModels(cms.payload, at('2027-06-10'), silent)).rejects.toThrow('源不通');
    expect(await row(id)).toEqual({ state: 'accepted', hit: '昨天的。' });
  });
});

describe('once a night', () => {
  it('after the sources’ own updates, whoever asks and however often; after a night without power in the first minute', async () => {
    const minutes: [day: string, time: string, compared: boolean][] = [
      ['2027-07-01', '00:00', false],
      ['2027-07-01', '01:59', false],
      ['2027-07-01', '02:00', true],
      ['2027-07-01', '23:59', false],
      ['2027-07-02', '01:00', false],
      ['2027-07-02', '02:00', true],
      ['2028-01-01', '16:30', true],
      ['2028-01-01', '16:31', false],
    ];
    const found: typeof minutes = [];
    for (const [day, time] of minutes)
      found.push([day, time, await compareNightly(cms.payload, at(day, time), lists())]);
    expect(found).toEqual(minutes);
  });

  it('a source that is silent is named, asked again the next minute, and the last whole comparison stays to be seen', async () => {
    const before = await lastCompared(cms.payload);
    const silent: CurrentLists = { entries: () => Promise.reject(new Error('源不通')) };
    const { stuck, value } = await gather(() => compareNightly(cms.payload, at('2028-02-01'), silent));
    expect([value, stuck.map(({ item }) => item)]).toEqual([false, ['lists']]);
    expect(await lastCompared(cms.payload)).toBe(before);
    expect(await compareNightly(cms.payload, at('2028-02-01', '03:01'), lists())).toBe(true);
    expect(await lastCompared(cms.payload)).toBe('2028-02-01');
  });

  it.each(['x', { day: 7 }, []])('a note of it that is damaged (%j) is as if there were none', async (kept) => {
    await cms.payload.kv.set('honours.compared', kept);
    expect(await lastCompared(cms.payload)).toBeNull();
  });
});

describe('a batch', () => {
  it.each<[string, object[]]>([
    ['nobody is in it', []],
    ['somebody has no story yet', [{}]],
    ['all of it has ended', [{ state: 'offline' }, { state: 'revoked' }]],
  ])('does not go while %s', async (_, members) => {
    count += 1;
    const data = { name: `第${count}批`, batchDate: '2027-06-01' };
    const { id } = await cms.payload.create({ collection: 'batches', data: data as never });
    for (const [i, member] of members.entries()) await nomination(`示例批${count}之${i}`, { batch: id, ...member });
    expect(await releaseBatches(cms.payload, at('2027-06-10'))).toEqual([]);
    const { releasedAt } = await cms.payload.findByID({ collection: 'batches', id, depth: 0, joins: false });
    expect(releasedAt ?? null).toBeNull();
  });
});

describe('papers about people', () => {
  const paper = async () => {
    const data = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#eee' } })
      .png()
      .toBuffer();
    const made = await cms.payload.create({
      collection: 'papers',
      data: { title: '同意书（示例）' } as never,
      file: { data, name: '同意书.png', mimetype: 'image/png', size: data.length },
    });
    return made.id;
  };
  const isThere = async (id: string) =>
    (await cms.payload.findByID({ collection: 'papers', id, depth: 0, disableErrors: true })) !== null;
  /** Long before, and long after, whatever day this is run on. */
  const [early, late] = [at('2020-01-01'), at('2099-01-01')];

  it('that nobody refers to go after their time, and not before; what a standing nomination holds stays', async () => {
    const [lost, held] = [await paper(), await paper()];
    const id = await nomination('示例持有甲', { consent: { by: 'self', on: '2026-05-01', paper: held } });
    await purgePapers(cms.payload, early);
    expect([await isThere(lost), await isThere(held)]).toEqual([true, true]);
    await purgePapers(cms.payload, late);
    expect([await isThere(lost), await isThere(held)]).toEqual([false, true]);
    expect((await row(id)).state).toBe('accepted');
  });

  it.each(['refused', 'offline', 'revoked'] as const)(
    'of a nomination that is %s go with the days counted from its end; the fingerprint and the day stay',
    async (state) => {
      const held = await paper();
      const { sha256 } = await cms.payload.findByID({ collection: 'papers', id: held, depth: 0 });
      const consent = { by: 'self', on: '2026-05-01', paper: held };
      const id = await nomination(`示例${state}`, { state, closedOn: '2027-06-10', consent });
      const { purgeDays } = await loadNominationTerms(process.cwd());
      const last = addDays('2027-06-10', purgeDays);
      const kept = async () => (await cms.payload.findByID({ collection: 'nominations', id, depth: 0 })).consent;
      await purgePapers(cms.payload, at(addDays(last, -1), '23:59'));
      expect((await kept())?.paper).toBe(held);
      await purgePapers(cms.payload, at(last, '00:00'));
      expect(await kept()).toMatchObject({ by: 'self', paper: null, paperSha256: sha256, purgedOn: last });
    },
  );
});
