import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { instantOf } from '../../campaigns/calendar/civil-day.ts';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { searchTextOf } from '../release/publication-row.ts';
import { openMongod } from '../store/testing/mongod.ts';
import { endedReason } from '../store/standing.ts';
import type { StoryCard, StoryQuery } from '../story/facts.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createReader } from './payload-reader.ts';
import type { Reader } from './reader.ts';
import { generatedCity, type Known } from './testing/generated-city.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const databases = [
  { name: 'SQLite', url: undefined },
  ...('url' in mongod ? [{ name: 'MongoDB', url: mongod.url as string | undefined }] : []),
];

describe.each(databases)('a city of 80 publications, on $name', ({ url }) => {
  let cms: TestCms;
  let reader: Reader;
  let all: Known[];
  const clock = createManualClock(instantOf('2026-04-30', '09:00'));
  const random = createRandom(11);
  beforeAll(async () => {
    if (url) process.env.CMS_TEST_MONGODB_URL = url;
    else delete process.env.CMS_TEST_MONGODB_URL;
    cms = await testCms();
    reader = createReader({ payload: cms.payload, clock, demo: true, siteUrl: 'https://cx.example' });
    all = await generatedCity(cms.payload, createRandom(2026), { count: 80, day: '2026-01-20' });
  }, within(60_000));
  afterAll(async () => {
    await cms.close();
    delete process.env.CMS_TEST_MONGODB_URL;
  });

  /** The same by looking at each of them. */
  const live = (): Known[] =>
    all
      .filter(({ state, until }) => state === 'live' && !(until && instantOf(until, '00:00') <= clock.now()))
      .sort((a, b) => b.firstPublishedAt.localeCompare(a.firstPublishedAt) || b.serial - a.serial);
  const isStory = ({ snapshot }: Known): boolean => snapshot.kind !== 'material';
  const serials = (some: readonly { serial: number }[]): number[] => some.map(({ serial }) => serial);
  const text = ({ snapshot }: Known): string => searchTextOf(snapshot, snapshot.corrections).toLowerCase();
  const everything = async (query: StoryQuery): Promise<StoryCard[]> => {
    const found: StoryCard[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await reader.stories({ ...query, page });
      found.push(...answer.items);
      expect(answer.items.length).toBeLessThanOrEqual(query.size ?? 20);
      if (page >= answer.pages) {
        expect(answer.total).toBe(found.length);
        return found;
      }
    }
  };

  it('whatever is asked, each story that may be shown is there once, newest first, on whichever page', async () => {
    for (let n = 0; n < 25; n += 1) {
      const query: StoryQuery = {
        ...(random.chance(0.5) ? { column: random.pick(['news', 'guide', 'nowhere']) } : {}),
        ...(random.chance(0.3) ? { kind: random.pick(['case', 'role-model', 'knowledge'] as const) } : {}),
        ...(random.chance(0.3) ? { month: random.pick(['2026-01', '2026-02', '2026-03', '2026']) } : {}),
        ...(random.chance(0.2) ? { batch: random.pick(['第一批', '第二批', '第']) } : {}),
        size: random.pick([3, 7, 20, 100]),
      };
      const expected = live().filter(
        (one) =>
          isStory(one) &&
          (!query.column || one.snapshot.column?.slug === query.column) &&
          (!query.kind || one.snapshot.kind === query.kind) &&
          (!query.batch || one.snapshot.roleModel?.batch === query.batch) &&
          (!query.month ||
            new Date(Date.parse(one.firstPublishedAt) + 8 * 3_600_000).toISOString().slice(0, 7) === query.month),
      );
      expect({ query, found: serials(await everything(query)) }).toEqual({ query, found: serials(expected) });
    }
  });

  it('any words are found wherever they stand, and signs that databases know are only signs', async () => {
    const wanted = [
      '%',
      '_',
      "'",
      '"',
      '\\',
      '(',
      '[',
      '*',
      '.',
      '^',
      '$',
      '{',
      '|',
      '+',
      '?',
      'null',
      'true',
      'CAF',
      'é',
      '--',
      '; drop',
      '𠮷',
      'ＡＢ',
      '正文1',
      '第7篇',
      '乙',
      '甲”',
      '"] }',
      '\u200b第7篇',
      ' 正文1 ',
      ...Array.from({ length: 15 }, () => {
        const title = random.pick(all).snapshot.title;
        const at = random.int(0, title.length - 2);
        return title.slice(at, at + random.int(1, 6));
      }),
    ];
    for (const words of wanted) {
      const plain = words
        .replace(/[%_\u200b\ud800-\udfff](?![\udc00-\udfff])/gu, '')
        .trim()
        .toLowerCase();
      const expected = live().filter((one) => plain !== '' && text(one).includes(plain));
      expect({ words, stories: serials(await everything({ search: words, size: 100 })) }).toEqual({
        words,
        stories: serials(expected.filter(isStory)),
      });
      const found = await reader.search({ words, size: 100 });
      expect({ words, all: found.items.map(({ path }) => Number(/\d+$/.exec(path)?.[0])), total: found.total }).toEqual(
        { words, all: serials(expected), total: expected.length },
      );
    }
  });

  it('from story to story through a column: each once, in the order of the list, back and forth', async () => {
    const expected = serials(live().filter((one) => one.snapshot.column?.slug === 'news'));
    const walk = async (from: number, side: 'previous' | 'next'): Promise<number[]> => {
      const seen: number[] = [];
      for (let serial: number | undefined = from; serial !== undefined; ) {
        seen.push(serial);
        const story = await reader.story(serial);
        serial = story?.state === 'live' ? story[side]?.serial : undefined;
        expect(seen.length).toBeLessThanOrEqual(expected.length);
      }
      return seen;
    };
    expect(await walk(expected[0] ?? 0, 'previous')).toEqual(expected);
    expect(await walk(expected.at(-1) ?? 0, 'next')).toEqual([...expected].reverse());
  });

  it('the rest of a batch stands beside each of its role models', async () => {
    for (const one of live()
      .filter(({ snapshot }) => snapshot.roleModel)
      .slice(0, 8)) {
      const story = await reader.story(one.serial);
      const others = live()
        .filter(
          ({ serial, snapshot }) =>
            serial !== one.serial && snapshot.roleModel?.batch === one.snapshot.roleModel?.batch,
        )
        .sort((a, b) => a.serial - b.serial)
        .slice(0, 12);
      expect(story?.state === 'live' && serials(story.siblings)).toEqual(serials(others));
    }
  });

  it('lessons are asked by stage and theme, and the catalogue holds each of them once, live or deleted', async () => {
    const lessons = live().filter((one) => !isStory(one));
    for (const [stage, theme] of [
      [['初中'], []],
      [[], ['助学贷款', '考试诚信']],
      [['高中', '没有'], ['考试诚信']],
      [['没有'], []],
    ] as const) {
      const expected = lessons.filter(
        ({ snapshot: { lesson } }) =>
          (stage.length === 0 || (stage as readonly string[]).includes(lesson?.stage ?? '')) &&
          (theme.length === 0 || (theme as readonly string[]).includes(lesson?.theme ?? '')),
      );
      expect(serials((await reader.materials({ stage: [...stage], theme: [...theme], size: 100 })).items)).toEqual(
        serials(expected),
      );
    }
    const { deleted, items } = await reader.materialFeed(null);
    expect(serials(items)).toEqual(serials(lessons).sort((a, b) => a - b));
    expect(serials([...items, ...deleted]).sort((a, b) => a - b)).toEqual(serials(all.filter((one) => !isStory(one))));
    await expect(reader.materialFeed('gestern')).rejects.toThrow('时间“gestern”不对');
  });

  it('what ends, ends at midnight for everybody who asks, and says why', async () => {
    const ending = all.filter(({ state, until }) => state === 'live' && until && until > '2026-04-30');
    expect(ending.length).toBeGreaterThan(0);
    try {
      for (const { serial, snapshot, until } of ending) {
        clock.set(new Date(instantOf(until ?? '', '00:00').getTime() - 1));
        expect(await reader.story(serial)).toMatchObject({ state: 'live', named: { until } });
        expect(serials(await everything({ column: snapshot.column?.slug ?? '', kind: 'case', size: 100 }))).toContain(
          serial,
        );
        clock.set(instantOf(until ?? '', '00:00'));
        expect(await reader.story(serial)).toMatchObject({
          state: 'withdrawn',
          reason: endedReason,
          withdrawnAt: `${until}T00:00:00+08:00`,
        });
        expect(
          serials(await everything({ column: snapshot.column?.slug ?? '', kind: 'case', size: 100 })),
        ).not.toContain(serial);
      }
    } finally {
      clock.set(instantOf('2026-04-30', '09:00'));
    }
  });

  it('the public record tells each correction and each withdrawal once, newest first, as whole sentences', async () => {
    const notices = await reader.notices();
    const withdrawn = all.filter((one) => !live().includes(one));
    expect(serials(notices.filter(({ kind }) => kind === 'withdrawal')).sort((a, b) => a - b)).toEqual(
      serials(withdrawn),
    );
    expect(serials(notices.filter(({ kind }) => kind === 'correction')).sort((a, b) => a - b)).toEqual(
      serials(live().filter(({ snapshot }) => snapshot.corrections.length > 0)).sort((a, b) => a - b),
    );
    expect(notices.map(({ at }) => at)).toEqual([...notices.map(({ at }) => at)].sort().reverse());
    for (const { kind, text: said, title } of notices) {
      if (kind === 'withdrawal') expect(title).toBeNull();
      else expect(said).toMatch(/^有一处更正，应为“乙\d+”(?:，系?笔误)?。$/);
    }
  });

  it('pages are bounded, whatever numbers somebody sends', async () => {
    const total = live().filter(isStory).length;
    for (const [page, size, at, rows] of [
      [0, 0, 1, 20],
      [1.5, 2.5, 1, 20],
      [-1, 1000, 1, 100],
      [Number.NaN, Number.POSITIVE_INFINITY, 1, 20],
      [1e9, 20, 10_000, 0],
    ] as const) {
      const answer = await reader.stories({ page, size });
      expect({ page, size, at: answer.page, rows: answer.items.length, total: answer.total }).toEqual({
        page,
        size,
        at,
        rows: Math.min(rows, total),
        total,
      });
    }
  });
});
