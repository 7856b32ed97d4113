import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyDocx } from '../../campaigns/channels/press/docx.ts';
import { storyNinjs } from '../../campaigns/channels/press/ninjs.ts';
import { pressConfig } from '../../campaigns/channels/press/config.ts';
import { storyText } from '../../campaigns/channels/press/story-text.ts';
import { renderWechat } from '../../campaigns/channels/wechat/render.ts';
import { renderWeibo } from '../../campaigns/channels/weibo/render.ts';
import { recordCorrection } from '../../cms/release/record-correction.ts';
import { settleRecalls } from '../../cms/publication/settle-recalls.ts';
import { newestRelease } from '../../cms/release/newest.ts';
import { createReleaseSource } from '../../cms/store/release-source.ts';
import { buildSite } from '../../site/server/testing/build-site.ts';
import { markedStories, type MarkedStory } from './city/marked-stories.ts';
import { openCity, type City } from './city/open-city.ts';
import { plain } from './city/plain.ts';
import { eventually } from './product.ts';

let dist: string;
let city: City;
let stories: MarkedStory[];
beforeAll(async () => {
  dist = await buildSite();
  city = await openCity(dist, '2026-06-14T09:00:00+08:00');
  stories = await markedStories(city.cms.payload);
  const newest = stories.at(-1)!;
  await eventually('the newest is in the catalogue', async () =>
    (await city.get('/api/materials.json')).body.toString().includes(newest.title),
  );
});
afterAll(async () => {
  await city?.close();
});

const feeds = ['/feed.xml', '/feed.json', '/c/news/feed.xml', '/feeds/press.xml', '/feeds/press.atom'];
/** What is given to printers, loudspeakers, newspapers and phones names nobody. */
const isPrinted = ({ kind }: MarkedStory) => kind !== 'named' && kind !== 'material';

/** The words of every output that holds a story whole, by its name. */
async function outputs(story: MarkedStory): Promise<[string, string][]> {
  const { kind, path, serial } = story;
  const fetched = async (address: string, name = address): Promise<[string, string]> => {
    const { body, status } = await city.get(address);
    expect([address, status]).toEqual([address, 200]);
    return [address, await plain(name, body)];
  };
  const pages = [await fetched(path, 'page.html')];
  if (kind === 'material') pages.push(await fetched(`/teach/${serial}.zip`));
  else
    for (const feed of feeds.filter((address) => kind !== 'named' || !address.startsWith('/feeds/')))
      pages.push(await fetched(feed));
  if (!isPrinted(story)) return pages;
  for (const file of ['broadcast.txt', 'broadcast.docx', 'large-type.pdf', 'all.zip'])
    pages.push(await fetched(`/s/${serial}/print/${file}`));
  const { payload } = city.cms;
  const release = await createReleaseSource(payload, city.clock).get(
    (await newestRelease(payload, story.id))?.id ?? '',
  );
  const config = pressConfig({
    id: 'press',
    name: '报',
    outlet: '报',
    dir: '',
    contact: { desk: '', phone: '', email: '' },
  });
  const text = (value: string) => plain('x.txt', Buffer.from(value));
  return [
    ...pages,
    ['稿件.docx', await plain('x.docx', await storyDocx(release, []))],
    ['稿件.txt', await text(storyText(release))],
    [
      '稿件.ninjs.json',
      await text(Buffer.from(storyNinjs({ release, link: 'https://cx.example/s/1', config })).toString()),
    ],
    ['微信正文', await text(renderWechat(release, () => null).content)],
  ];
}

const found = async (words: string) =>
  plain('x.html', (await city.get(`/search/?q=${encodeURIComponent(words)}`)).body);

describe('one rendition', () => {
  it('every output of every kind holds every fact and the text', async () => {
    const missing: string[] = [];
    for (const story of stories) {
      for (const [name, words] of await outputs(story)) {
        for (const mark of [story.body, ...story.facts])
          if (!words.includes(mark)) missing.push(`${story.kind}: ${mark} not in ${name}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('a story is found by each of its facts', async () => {
    for (const story of stories) {
      for (const mark of [story.title.replace('（示例）', ''), story.summary, story.body, ...story.facts])
        expect([story.kind, mark, (await found(mark)).includes(story.title)]).toEqual([story.kind, mark, true]);
    }
    // List explainers too, by what their pages say.
    expect(await found('生效判决写明了该做的事')).toContain('失信被执行人');
    expect(await found('拖欠农民工工资失信联合惩戒对象信息（条目编号')).toContain('拖欠农民工工资失信联合惩戒对象');
  });

  it('a case that names nobody says so everywhere, one in which somebody can be recognised nowhere', async () => {
    const line = '本案当事人已作匿名处理';
    const anonymous = stories.find(({ kind }) => kind === 'case')!;
    for (const [name, words] of await outputs(anonymous)) expect([name, words.includes(line)]).toEqual([name, true]);
    const named = stories.find(({ kind }) => kind === 'named')!;
    expect(await plain('x.html', (await city.get(named.path)).body)).not.toContain(line);
    const { payload } = city.cms;
    expect((await newestRelease(payload, anonymous.id))?.snapshot).toMatchObject({ anonymous: true });
  });

  it('a correction reaches all of them with its date, and tells subscribers that something changed', async () => {
    const { payload } = city.cms;
    city.clock.advanceTo(new Date('2026-06-20T10:30:00+08:00'));
    const before = new Map(
      await Promise.all(
        stories.map(async (story) => [story.serial, (await outputs(story)).map(([name]) => name)] as const),
      ),
    );
    for (const story of stories) {
      await recordCorrection(payload, (await newestRelease(payload, story.id))!, {
        wrong: story.body,
        right: `更${story.body}`,
        note: '系笔误',
        by: '示例',
        writer: null,
        at: city.clock.now(),
      });
    }
    await settleRecalls(payload, city.clock);
    const missing: string[] = [];
    for (const story of stories) {
      await eventually('the page says so', async () =>
        (await plain('x.html', (await city.get(story.path)).body)).includes(`“更${story.body}”原作`),
      );
    }
    await eventually('the feeds are made anew', async () =>
      (await city.get('/feeds/press.atom')).body.toString().includes('2026-06-20T10:30:00+08:00'),
    );
    await city.site.idle();
    for (const story of stories) {
      const after = await outputs(story);
      expect(after.map(([name]) => name)).toEqual(before.get(story.serial));
      for (const [name, words] of after) {
        const day = /broadcast|all\.zip/.test(name)
          ? /二〇二六年六月二十日更正|2026年6月20日更正/
          : /2026年6月20日更正|更正2026年6月20日/;
        if (!day.test(words) || !words.includes(`“更${story.body}”原作`))
          missing.push(`${story.kind}: correction not in ${name}`);
      }
      expect(await found(`更${story.body}`)).toContain(story.title);
    }
    expect(missing).toEqual([]);

    const text = async (path: string) => (await city.get(path)).body.toString();
    const written = stories.find(({ kind }) => kind === 'knowledge')!;
    const items = (
      JSON.parse(await text('/feed.json')) as { items: { id: string; date_published: string; date_modified: string }[] }
    ).items;
    expect(items.find(({ id }) => id.endsWith(written.path))).toMatchObject({
      date_published: '2026-06-01T09:00:00+08:00',
      date_modified: '2026-06-20T10:30:00+08:00',
    });
    expect(
      (await text('/feeds/press.atom')).split('<entry>').find((entry) => entry.includes(`${written.path}<`)),
    ).toContain('<updated>2026-06-20T10:30:00+08:00</updated>');
    expect((await text('/feed.xml')).split('<item>').find((item) => item.includes(written.title))).toContain(
      '<atom:updated>2026-06-20T10:30:00+08:00</atom:updated>',
    );
    expect(await text('/sitemap.xml')).toContain(`${written.path}</loc><lastmod>2026-06-20T10:30:00+08:00`);
    const lesson = stories.find(({ kind }) => kind === 'material')!;
    const catalogue = (
      JSON.parse(await text('/api/materials.json')) as {
        items: { serial: number; updatedAt: string; corrections: unknown[]; zip: { sha256: string } }[];
      }
    ).items;
    expect(catalogue.find(({ serial }) => serial === lesson.serial)).toMatchObject({
      updatedAt: '2026-06-20T10:30:00+08:00',
      corrections: [{ date: '2026-06-20', now: `更${lesson.body}` }],
    });
    const release = await createReleaseSource(payload, city.clock).get(
      (await newestRelease(payload, written.id))?.id ?? '',
    );
    expect(renderWeibo(release, 'https://cx.example/s/1?d=1')).toContain('2026年6月20日有更正');
    expect(await plain('x.pdf', (await city.get(`${written.path}/print/poster-a4.pdf`)).body)).toContain(
      '2026年6月20日有更正',
    );
  });
});
