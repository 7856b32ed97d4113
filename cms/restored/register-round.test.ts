import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherAll } from '../../campaigns/bulkhead/stuck.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { performReview } from '../desk/perform.ts';
import { registerOf } from '../register/register-of.ts';
import { openMongod } from '../store/testing/mongod.ts';
import { draft, newsroom, release, type Desk } from '../testing/story.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createRegisterRound } from './register-round.ts';
import { backUp } from './testing/back-up.ts';

const mongod = await openMongod();
if ('missing' in mongod) console.warn(mongod.missing);
afterAll(() => mongod.stop());

describe.each(['SQLite', ...('url' in mongod ? ['MongoDB'] : [])])('the minute on %s', (engine) => {
  let cms: TestCms;
  let desk: Desk;
  beforeAll(async () => {
    if (engine === 'MongoDB' && 'url' in mongod) process.env.CMS_TEST_MONGODB_URL = mongod.url;
    cms = await testCms();
    delete process.env.CMS_TEST_MONGODB_URL;
    desk = await newsroom(cms.payload);
  });
  afterAll(() => cms.close());
  const signed = async () => {
    const { id } = await draft(cms.payload, desk.author);
    return { story: id, release: await release(cms.payload, id, desk) };
  };
  const withdraw = (storyId: string) =>
    performReview({ payload: cms.payload }, { storyId, act: 'withdraw', person: desk.signer, note: '撤下。' });
  const isBack = async (key: string) =>
    (await cms.payload.count({ collection: 'withdrawals', where: { key: { equals: key } } })).totalDocs > 0;

  it('an older database that comes back under a running product has ended again, in its first minute, what was ended since', async () => {
    const round = createRegisterRound(cms.payload, systemClock);
    const one = await signed();
    // Far more than a round of the register goes through in a minute stands before it.
    registerOf(cms.payload).addAll(
      Array.from({ length: 400 }, (_, n) => ({
        kind: 'serial' as const,
        key: String(5000 + n),
        at: '2020-01-01T00:00:00.000Z',
        facts: { story: `s${n}` },
      })),
    );
    await round.whole();
    await round.minute();
    const restore = await backUp(cms.payload);
    await withdraw(one.story);
    await round.minute();
    await round.minute();
    await restore();
    expect(await isBack(one.release)).toBe(false);
    expect((await round.minute()).done).toEqual([expect.stringContaining('已再次撤回')]);
    expect(await isBack(one.release)).toBe(true);
    expect((await round.minute()).done).toEqual([]);
  });

  it('what the database holds and the register does not is entered in the next minute', async () => {
    const round = createRegisterRound(cms.payload, systemClock);
    await round.minute();
    const one = await signed();
    await cms.payload.create({
      collection: 'withdrawals',
      data: {
        key: one.release,
        story: one.story,
        reason: '示例',
        decidedBy: '示例',
        decidedAt: systemClock.now().toISOString(),
      } as never,
    });
    expect(registerOf(cms.payload).last('withdrawal', one.release)).toBeNull();
    const { error } = await gatherAll(() => round.minute());
    expect(error).toBeNull();
    expect(registerOf(cms.payload).last('withdrawal', one.release)).not.toBeNull();
  });

  it('a database of another register, or of none, is compared whole', async () => {
    const round = createRegisterRound(cms.payload, systemClock);
    await round.minute();
    const one = await signed();
    await withdraw(one.story);
    await round.minute();
    await cms.payload.db.deleteMany({ collection: 'withdrawals', where: { key: { equals: one.release } } });
    await cms.payload.kv.set('register.agreed', { head: '1:abc' });
    expect((await round.minute()).done).toHaveLength(1);
  });
});
