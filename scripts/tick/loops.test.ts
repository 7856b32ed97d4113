import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherAll } from '../../campaigns/bulkhead/stuck.ts';
import { openMongod } from '../../cms/store/testing/mongod.ts';
import { newsroom } from '../../cms/testing/story.ts';
import { testCms, type TestCms } from '../../cms/testing/test-cms.ts';
import { loopScene, type LoopScene } from './testing/loop-scene.ts';
import { loops } from './testing/loops.ts';
import { outsideLoops } from './testing/outside-loops.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

/** Each loop in turn, in one database that grows more broken with every one. */
describe.each(['SQLite', ...('url' in mongod ? ['MongoDB'] : [])])(
  '%s: one that is broken stops none of the others',
  (engine) => {
    let cms: TestCms;
    let scene: LoopScene;
    beforeAll(async () => {
      if (engine === 'MongoDB' && 'url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
      cms = await testCms();
      delete process.env.CMS_TEST_MONGODB_URL;
      scene = loopScene(cms.payload, await newsroom(cms.payload));
    });
    afterAll(() => cms.close());

    it.each([...loops, ...outsideLoops])('%s', async (_, arrange) => {
      const { good, run, stuck } = await arrange(scene, engine === 'SQLite');
      const told = await gatherAll(run);
      expect(told.error).toBeNull();
      expect(await good(), JSON.stringify(told.stuck)).toBe(true);
      const items = told.stuck.map(({ item }) => item);
      if (typeof stuck === 'string') expect(items).toContain(stuck);
      else if (stuck) expect(items).toContainEqual(expect.stringMatching(stuck));
      for (const { error, title } of told.stuck) expect(`${title}：${error}`).toMatch(/^[^\n]*[一-龥][^\n]*。$/);
    });
  },
);
