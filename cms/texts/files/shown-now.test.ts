import { beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../../../campaigns/bulkhead/stuck.ts';
import { openContent } from '../../content/content.ts';
import { readKind, type FileEntry } from './entries.ts';
import type { FileCopies, FileCopy } from './file-copies.ts';
import { wordsOf } from './file-words.ts';
import { shownNow, shownOf } from './shown-now.ts';
import type { Origin } from './stand.ts';

const shipped = openContent({ root: process.cwd(), city: 'guangyuan' });
let region: FileEntry;
let list: FileEntry;
let occasion: FileEntry;
beforeAll(async () => {
  [region] = (await readKind('region', shipped)) as [FileEntry];
  list = (await readKind('lists', shipped)).find(({ name }) => name === 'wage-arrears')!;
  occasion = (await readKind('occasions', shipped)).find(({ name }) => name === 'tax-month')!;
});
const copyOf = (entry: FileEntry, origin: Origin = 'agreed'): FileCopy => ({
  words: wordsOf(entry.kind, entry.data),
  origin,
  since: '2026-06-14T01:00:00.000Z',
  isOwn: true,
  judged: null,
});
const copies = (of: FileCopies['of']): FileCopies => ({ of, installed: [] });
const none = copies(() => null);
const damaged = copies(() => {
  throw new Error('登记的文字读不出来。');
});
const changed = (entry: FileEntry, more: object): FileEntry => ({ ...entry, data: { ...entry.data, ...more } });

describe('what the public is given of a file', () => {
  it('the product’s own words at once, though nothing was ever written down', () => {
    expect(shownOf(region, none)).toEqual(region.data);
    expect(shownOf(list, none)).toEqual(list.data);
  });

  it('of other words what it read before, while what only machines read acts at once', () => {
    const now = changed(occasion, { organiser: '改了的单位', quiet: true });
    expect(
      shownOf(
        now,
        copies(() => copyOf(occasion)),
      ),
    ).toEqual({ ...occasion.data, quiet: true });
  });

  it.each(['agreed', 'installed', 'upgrade', 'product'] as const)(
    'the very words that are kept (%s), as they are',
    (origin) => {
      const own = changed(occasion, { organiser: '本市的单位' });
      expect(
        shownOf(
          own,
          copies(() => copyOf(own, origin)),
        ),
      ).toEqual(own.data);
    },
  );

  it('nothing of a list or an occasion that nobody has agreed to; of the city neutral words', () => {
    expect(shownOf(changed(list, { summary: '改了的摘要' }), none)).toBeNull();
    const shown = shownOf(changed(region, { city: '别的市', phone: '000-1' }), none);
    expect(shown).toMatchObject({ slug: 'guangyuan', city: '本市', phone: '待核对' });
  });

  it('of a copy that cannot be read neutral words or nothing, and it is told by name', async () => {
    const { stuck, value } = await gather(async () => [shownOf(region, damaged), shownOf(list, damaged)]);
    expect([value[0]?.city, value[1]]).toEqual(['本市', null]);
    expect(stuck.map(({ item, title }) => [item, title])).toEqual([
      ['file region/guangyuan', '城市信息（content/region/guangyuan.yaml）的公开文字'],
      ['file lists/wage-arrears', '名单说明（content/lists/wage-arrears.yaml）的公开文字'],
    ]);
  });
});

describe('by what one sees that pages must be made anew', () => {
  const named = (entries: FileEntry[], known: FileCopies) => new Map(shownNow(entries, known));

  it('words that wait change nothing; what acts at once does; a file that is shown to nobody is not there', () => {
    const kept = copies((entry) => copyOf(entry.name === occasion.name ? occasion : list));
    const before = named([occasion, list], kept);
    expect([...before.keys()]).toEqual(['occasions/tax-month', 'lists/wage-arrears']);
    expect(named([changed(occasion, { name: '改名' }), list], kept)).toEqual(before);
    expect(named([changed(occasion, { quiet: true }), list], kept)).not.toEqual(before);
    expect([...named([changed(list, { name: '改名' })], none).keys()]).toEqual([]);
  });

  it('one file that cannot be read takes no other with it', async () => {
    const some = copies((entry) => (entry.kind === 'lists' ? damaged.of(entry) : copyOf(occasion)));
    const { value } = await gather(async () => [...named([list, occasion], some).keys()]);
    expect(value).toEqual(['occasions/tax-month']);
  });
});
