import { beforeEach, describe, expect, test } from 'vitest';
import type { DeliveryStore } from '../../campaigns/ports/delivery-store.ts';
import { confirmed, ended, running } from '../../campaigns/outbox/testing/attempts.ts';
import { bench, hostOwner } from '../../campaigns/outbox/testing/bench.ts';
import { later, newDelivery, start } from '../../campaigns/outbox/testing/fixtures.ts';
import { createWorker } from '../../campaigns/outbox/engine/worker.ts';

const day = 24 * 3600_000;

/**
 * What every `DeliveryStore` must do, on every database alike.
 * @param fresh an empty store for each test
 */
export function storeConformance(name: string, fresh: () => Promise<DeliveryStore>): void {
  describe(name, () => {
    let store: DeliveryStore;
    beforeEach(async () => {
      store = await fresh();
    });
    const idOf = async (postId: string) => (await store.list({ postIds: [postId] }))[0]?.id ?? '';

    test('a new delivery is pending, due at its time, and complete', async () => {
      expect(await store.create(newDelivery())).toBe(true);
      const [d] = await store.list({});
      expect(d).toEqual({
        ...newDelivery(),
        id: d?.id,
        key: 'p1:toy:r1',
        state: 'pending',
        nextAt: start,
        sentAt: null,
        externalId: null,
        url: null,
        attempts: 0,
        progress: {},
        superseded: false,
        goneLater: null,
        note: null,
        recall: null,
        recallOrder: null,
        recallAt: null,
        recallBy: null,
      });
      expect(d?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
      expect(await store.get(d?.id ?? '')).toEqual(d);
      expect(await store.get('nobody')).toBeNull();
    });

    test('one key, one delivery: of many at once exactly one wins and nothing changes by the others', async () => {
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, i) => store.create(newDelivery({ misfireWindow: i }))),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await store.list({})).toHaveLength(1);
      expect(await store.create(newDelivery({ releaseId: 'r2' }))).toBe(true);
    });

    test('due: what has come, earliest first, no more than asked', async () => {
      for (const [postId, at] of [
        ['c', 30],
        ['a', 10],
        ['b', 20],
        ['later', 5000],
      ] as const) {
        await store.create(newDelivery({ postId, plannedAt: later(at) }));
      }
      const posts = async (limit: number) => (await store.due(later(30), limit)).map((d) => d.postId);
      expect(await posts(9)).toEqual(['a', 'b', 'c']);
      expect(await posts(2)).toEqual(['a', 'b']);
      expect(await store.nextDue()).toEqual(later(10));
      await store.patch(await idOf('a'), { nextAt: null });
      expect(await posts(9)).toEqual(['b', 'c']);
      expect(await store.nextDue()).toEqual(later(20));
    });

    test('nothing due is null', async () => {
      expect(await store.nextDue()).toBeNull();
      await store.create(newDelivery());
      await store.patch(await idOf('p1'), { nextAt: null });
      expect(await store.nextDue()).toBeNull();
    });

    test('list filters by campaign, posts, states and time, in order of plan', async () => {
      await store.create(newDelivery({ postId: 'p2', plannedAt: later(day), campaignId: 'c2' }));
      await store.create(newDelivery({ postId: 'p1' }));
      await store.create(newDelivery({ postId: 'p3', plannedAt: later(2 * day) }));
      await store.patch(await idOf('p3'), { state: 'sent' });
      const posts = async (filter: Parameters<DeliveryStore['list']>[0]) =>
        (await store.list(filter)).map((d) => d.postId);
      expect(await posts({})).toEqual(['p1', 'p2', 'p3']);
      expect(await posts({ campaignId: 'c2' })).toEqual(['p2']);
      expect(await posts({ postIds: ['p3', 'p1'] })).toEqual(['p1', 'p3']);
      expect(await posts({ postIds: [] })).toEqual([]);
      expect(await posts({ states: ['sent', 'dead'] })).toEqual(['p3']);
      expect(await posts({ plannedFrom: later(day), plannedTo: later(2 * day) })).toEqual(['p2', 'p3']);
    });

    test('a recall is kept with its order and times, and found by release and order', async () => {
      for (const [postId, releaseId] of [
        ['p1', 'r1'],
        ['p2', 'r2'],
        ['p3', 'r2'],
      ] as const)
        await store.create(newDelivery({ postId, releaseId }));
      const recall = {
        recall: 'no-receipt' as const,
        recallOrder: 'w:1',
        recallAt: later(5),
        recallBy: later(3 * day),
      };
      await store.patch(await idOf('p2'), recall);
      expect(await store.get(await idOf('p2'))).toMatchObject(recall);
      const posts = async (filter: Parameters<DeliveryStore['list']>[0]) =>
        (await store.list(filter)).map((d) => d.postId);
      expect(await posts({ releaseIds: ['r2'] })).toEqual(['p2', 'p3']);
      expect(await posts({ releaseIds: [] })).toEqual([]);
      expect(await posts({ notOrderedBy: ['w:1'] })).toEqual(['p1', 'p3']);
      expect(await posts({ releaseIds: ['r2'], notOrderedBy: ['w:2'] })).toEqual(['p2', 'p3']);
    });

    test('a patch changes what it names and nothing else, and can empty it again', async () => {
      await store.create(newDelivery());
      const id = await idOf('p1');
      const before = await store.get(id);
      const patch = {
        state: 'sent' as const,
        sentAt: later(1234),
        externalId: '2247483647_1',
        url: 'https://example.com/s?a=1&b=中文',
        attempts: 3,
        progress: { media: 'm', count: 2, flag: true, none: null },
        superseded: true,
        goneLater: 'account' as const,
        note: '已提交：“等平台结果”。',
      };
      await store.patch(id, patch);
      expect(await store.get(id)).toEqual({ ...before, ...patch });
      const less = { progress: { media: 'n' }, superseded: false, goneLater: null, sentAt: null, url: null };
      await store.patch(id, less);
      expect(await store.get(id)).toEqual({ ...before, ...patch, ...less });
      await store.patch('nobody', { note: 'x' });
      expect(await store.list({})).toHaveLength(1);
    });

    test('one number, one claim: of many at once exactly one wins', async () => {
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, i) => store.claim(running('d1', { owner: `o${i}` }))),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect((await store.attempts('d1'))[0]?.owner).toBe(`o${answers.indexOf(true)}`);
      expect([await store.claim(running('d1', { number: 2 })), await store.claim(running('d2'))]).toEqual([true, true]);
    });

    test('attempts come back by number as they were, each patched alone', async () => {
      for (const n of [2, 10, 1]) await store.claim(running('d1', { number: n }));
      const end = ended(
        { outcome: 'unknown', after: 5000 },
        { finishedAt: later(7), note: '没有收到回复。', progress: { draft: 'x' }, begun: true },
      );
      await store.patchAttempt('d1', 2, end);
      expect(await store.attempts('d1')).toEqual([
        running('d1'),
        { ...running('d1', { number: 2 }), ...end },
        running('d1', { number: 10 }),
      ]);
      expect(await store.attempts('d9')).toEqual([]);
    });

    test('a finished attempt is nobody’s to change, and of many who finish one does', async () => {
      await store.claim(running('d1'));
      expect(await store.patchAttempt('d1', 1, { leaseUntil: later(60_000) })).toBe(true);
      const answers = await Promise.all(
        Array.from({ length: 9 }, (_, i) => store.patchAttempt('d1', 1, ended(confirmed, { note: `第${i}个` }))),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await store.patchAttempt('d1', 1, { leaseUntil: later(9), progress: { late: true }, begun: true })).toBe(
        false,
      );
      expect((await store.attempts('d1'))[0]).toMatchObject({
        note: `第${answers.indexOf(true)}个`,
        progress: {},
        begun: false,
      });
      expect(await store.patchAttempt('d1', 2, { leaseUntil: later(9) })).toBe(false);
    });

    test('a row that knows of more attempts does not go back', async () => {
      await store.create(newDelivery());
      const id = await idOf('p1');
      await store.patch(id, { attempts: 2, state: 'confirmed', nextAt: null });
      await store.patch(id, { attempts: 1, state: 'pending', nextAt: start });
      expect(await store.get(id)).toMatchObject({ attempts: 2, state: 'confirmed', nextAt: null });
      await store.patch(id, { attempts: 2, note: '同一次' });
      await store.patch(id, { misfireWindow: 7 });
      expect(await store.get(id)).toMatchObject({ note: '同一次', misfireWindow: 7 });
    });

    test('two workers send each delivery once, lost replies included', async () => {
      const { options, platform } = await bench({ store, fates: Array.from({ length: 9 }, () => 'lost' as const) });
      for (let i = 0; i < 20; i += 1) await store.create(newDelivery({ postId: `x${i}` }));
      const workers = ['a', 'b'].map((owner) => createWorker({ ...options, owner: hostOwner(owner) }));
      await Promise.all(workers.map((w) => w.runDue()));
      await workers[0]?.drain(later(day));
      expect((await store.list({})).map((d) => d.state)).toEqual(Array(21).fill('confirmed'));
      expect([...platform.posted.values()]).toEqual(Array(21).fill(1));
    });
  });
}
