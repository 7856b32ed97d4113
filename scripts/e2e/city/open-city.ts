import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { createManualClock, type ManualClock } from '../../../campaigns/outbox/engine/manual-clock.ts';
import { createChangeFeed } from '../../../cms/read/changes.ts';
import { openDoor } from '../../../cms/read/door.ts';
import { createReader } from '../../../cms/read/payload-reader.ts';
import type { Reader } from '../../../cms/read/reader.ts';
import { testCms, type TestCms } from '../../../cms/testing/test-cms.ts';
import { startSite, type RunningSite } from '../../../site/server/start-site.ts';

/** The public site alone, on a CMS of its own and a clock that the test moves. No worker runs. */
export interface City {
  cms: TestCms;
  clock: ManualClock;
  reader: Reader;
  site: RunningSite;
  /** True: the database does not answer. */
  world: { away: boolean };
  get(path: string): Promise<{ status: number; body: Buffer }>;
  /** Waits until the site has looked for changes once more, from beginning to end, and has made what they touch. */
  looked(): Promise<void>;
  close(): Promise<void>;
}

/** @param dist what `buildSite` made  @param database a MongoDB server; absent: SQLite */
export async function openCity(dist: string, at: string, database?: string): Promise<City> {
  if (database) process.env.CMS_TEST_MONGODB_URL = database;
  const cms = await testCms().finally(() => delete process.env.CMS_TEST_MONGODB_URL);
  const clock = createManualClock(at);
  const reader = createReader({ payload: cms.payload, clock, demo: true, siteUrl: 'https://cx.example' });
  openDoor(reader);
  const world = { away: false };
  let looks = 0;
  const feed = createChangeFeed(cms.payload);
  const changes = {
    poll: async () => {
      if (world.away) throw new Error('数据库连不上（测试）');
      const tags = await feed.poll();
      looks += 1;
      return tags;
    },
    endings: feed.endings,
  };
  const site = await startSite({
    port: 0,
    host: '127.0.0.1',
    dataDir: join(cms.dataDir, 'site'),
    dist,
    changes,
    now: () => clock.now().getTime(),
    away: () => world.away,
    log: () => undefined,
  });
  return {
    cms,
    clock,
    reader,
    site,
    world,
    get: async (path) => {
      const response = await fetch(site.url + path, { redirect: 'manual' });
      return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
    },
    looked: async () => {
      // The look that is under way may have begun before the last change; the third begins after the second was passed on.
      for (const from = looks; looks < from + 3; ) await new Promise((done) => setTimeout(done, 20));
      await site.idle();
    },
    close: async () => {
      await site.close();
      await cms.close();
      await rm(cms.dataDir, { recursive: true, force: true });
    },
  };
}
