import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reprintAlerts } from '../../admin/queries/reprint-alerts.ts';
import { openMongod } from '../../store/testing/mongod.ts';
import { performReview } from '../../desk/perform.ts';
import { signedIn, type SignedIn } from '../../testing/signed-in.ts';
import { draft, newsroom, release, type Desk } from '../../testing/story.ts';
import { testCms, type TestCms } from '../../testing/test-cms.ts';
import type { LinkState } from '../nightly/links.ts';
import { createSourceAsker } from './ask-sources.ts';
import { dueReprints } from './due.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());
const hour = 3_600_000;
const fixed = (now: Date) => ({ now: () => now, sleep: () => Promise.resolve() });

describe.each(['SQLite', ...('url' in mongod ? ['MongoDB'] : [])])(
  '%s: the source of a reprint is looked at again',
  (engine) => {
    let cms: TestCms;
    let desk: Desk;
    let people: SignedIn;
    let count = 0;
    beforeAll(async () => {
      if (engine === 'MongoDB' && 'url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
      cms = await testCms();
      delete process.env.CMS_TEST_MONGODB_URL;
      desk = await newsroom(cms.payload);
      people = await signedIn(cms, ['author', 'auditor']);
    });
    afterAll(() => cms.close());

    const from = (n: number) => ({
      reprint: true,
      source: '示例日报',
      sourceUrl: `https://daily.example/${n}`,
      originalTitle: `转载第${n}篇（示例）`,
      title: `转载第${n}篇（示例）`,
    });
    /** A reprint that went live so many hours ago. */
    async function live(hoursAgo: number) {
      count += 1;
      const story = await draft(cms.payload, desk.author, from(count) as never);
      const id = await release(cms.payload, story.id, desk, fixed(new Date(Date.now() - hoursAgo * hour)));
      return { story: story.id, release: id, url: `https://daily.example/${count}` };
    }
    const due = async (story: string, now = new Date()) =>
      (await dueReprints(cms.payload, now, 24)).find(({ storyId }) => storyId === story);
    const alert = async (story: string) =>
      (await reprintAlerts(cms.payload, new Date())).find(({ href }) => href.endsWith(story));
    const say = (who: string | null, { release: id, story }: { release: string; story: string }, result: string) =>
      people.post(who, `stories/${story}/source`, { release: id, result });

    it('a day after it went live and not before, with one click that keeps who looked', async () => {
      const one = await live(23);
      expect(await due(one.story)).toBeUndefined();
      expect(await due(one.story, new Date(Date.now() + 2 * hour))).toMatchObject({
        source: '示例日报',
        url: one.url,
        found: null,
      });
      expect((await say('author', one, 'stands')).status).toBe(409);
      const other = await live(25);
      expect(await alert(other.story)).toMatchObject({
        word: '核对源稿',
        what: expect.stringContaining(other.url),
        acts: [{ label: '源稿还在，没有改动' }, { label: '源稿改动过' }, { label: '源稿已经删除或撤回' }],
      });
      expect((await say(null, other, 'stands')).status).toBe(401);
      expect((await say('auditor', other, 'stands')).status).toBe(403);
      expect((await say('author', other, 'perhaps')).status).toBe(422);
      expect(await say('author', { ...other, release: 'another' }, 'stands')).toMatchObject({ status: 409 });
      expect(await say('author', other, 'stands')).toMatchObject({
        status: 200,
        message: '已记下：源稿还在，没有改动。',
      });
      expect([await due(other.story), await alert(other.story)]).toEqual([undefined, undefined]);
      const { docs } = await cms.payload.find({
        collection: 'check-memory',
        where: { story: { equals: other.story } },
      });
      expect(docs).toMatchObject([
        {
          rule: 'reprint/stands',
          by: expect.stringContaining('author'),
          text: `转载自示例日报 ${other.url}`,
          reason: '源稿还在，没有改动',
        },
      ]);
    });

    it('what was changed or is gone stays on 今日 until it is mended', async () => {
      const [changed, gone] = [await live(30), await live(30)];
      expect((await say('author', changed, 'changed')).status).toBe(200);
      expect((await say('author', gone, 'gone')).message).toContain('马上撤回');
      expect([(await alert(changed.story))?.word, (await alert(gone.story))?.word]).toEqual(['源稿改了', '源稿没有了']);
      // A new version is a new reprint, due a day later.
      await cms.payload.update({
        collection: 'stories',
        id: changed.story,
        data: { summary: '照源稿改过。' } as never,
      });
      await release(cms.payload, changed.story, desk);
      expect([await due(changed.story), (await due(changed.story, new Date(Date.now() + 25 * hour)))?.found]).toEqual([
        undefined,
        null,
      ]);
      await performReview(
        { payload: cms.payload },
        { storyId: gone.story, act: 'withdraw', person: desk.signer, note: '源稿已撤。' },
      );
      expect(await due(gone.story)).toBeUndefined();
    });

    it('what becomes a reprint while it is written again is none yet', async () => {
      const story = await draft(cms.payload, desk.author);
      await release(cms.payload, story.id, desk, fixed(new Date(Date.now() - 30 * hour)));
      await cms.payload.update({ collection: 'stories', id: story.id, data: from(99) as never });
      expect(await due(story.id)).toBeUndefined();
    });

    it('the machine asks addresses only where it may, and once an hour those that do not answer', async () => {
      const [alive, dead, unsure] = [await live(40), await live(40), await live(40)];
      const asked: string[] = [];
      const states: Record<string, LinkState> = { [alive.url]: 'alive', [dead.url]: 'dead', [unsure.url]: 'unsure' };
      let now = new Date();
      const asker = createSourceAsker(cms.payload, { now: () => now, sleep: () => Promise.resolve() }, async (url) => {
        asked.push(url);
        return states[url] ?? 'unsure';
      });
      await asker.run();
      await asker.run();
      expect(asked.sort()).toEqual([alive.url, dead.url, unsure.url].sort());
      expect([await due(alive.story), (await due(dead.story))?.found, (await due(unsure.story))?.found]).toEqual([
        undefined,
        'gone',
        null,
      ]);
      now = new Date(now.getTime() + 2 * hour);
      await asker.run();
      expect([alive, dead, unsure].map(({ url }) => asked.filter((one) => one === url).length)).toEqual([1, 1, 2]);
      // A person has the last word of what the machine could not reach.
      expect((await say('author', dead, 'stands')).status).toBe(200);
      expect(await due(dead.story)).toBeUndefined();
    });
  },
);
