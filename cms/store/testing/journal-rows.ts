import type { Payload } from 'payload';
import { describe, expect, test } from 'vitest';
import { gather } from '../../../campaigns/bulkhead/stuck.ts';
import { bench } from '../../../campaigns/outbox/testing/bench.ts';
import { later, newDelivery, start } from '../../../campaigns/outbox/testing/fixtures.ts';
import { createChannelEvents } from '../payload-channel-events.ts';
import { createDeliveryStore } from '../payload-delivery-store.ts';

type Columns = Record<string, unknown>;

/**
 * Rows of the journal as they lie in a database: those of the version before go on where they stood, and one that does
 * not fit stops nobody else.
 * @param fresh an empty database for each test
 */
export function journalRows(name: string, fresh: () => Promise<Pick<Payload, 'db'>>): void {
  async function scene() {
    const payload = await fresh();
    const store = createDeliveryStore(payload);
    const base = await bench({ store });
    const { id } = await base.first();
    const plant = (number: number, columns: Columns) =>
      payload.db.create({
        collection: 'attempts',
        data: {
          id: `a-${number}`,
          claim: `${id}#${number}`,
          deliveryId: id,
          number,
          kind: 'send',
          owner: 'host-b:1:1:x',
          startedAt: start.toISOString(),
          leaseUntil: start.toISOString(),
          finishedAt: start.toISOString(),
          note: '说明。',
          ...columns,
        },
      });
    const row = (columns: Columns) => payload.db.updateOne({ collection: 'deliveries', id, data: columns });
    return { ...base, id, plant, row };
  }

  describe(`rows of the journal, ${name}`, () => {
    test('a send that the version before left unknown is looked for, not sent again', async () => {
      const { first, id, plant, platform, row, worker } = await scene();
      platform.posted.set(id, 1);
      await plant(1, { outcome: 'crashed', progress: { begun: true, resultAfter: 0, draft: 'x' } });
      await row({ state: 'unknown', attempts: 1, progress: { draft: 'x' } });
      await worker.runDue();
      expect(platform.calls).toEqual({ send: 0, look: 1 });
      expect(await first()).toMatchObject({ state: 'confirmed', progress: { draft: 'x' }, superseded: false });
    });

    test('an order that the version before entered is carried out', async () => {
      const { first, id, plant, platform, row, worker } = await scene();
      platform.posted.set(id, 1);
      await plant(1, { outcome: 'confirmed', progress: { begun: true, resultExternalId: id, resultUrl: null } });
      await plant(2, {
        kind: 'recall',
        outcome: 'recall',
        progress: {
          orderId: 'w:1',
          orderKind: 'withdraw',
          orderReason: '内容有误',
          orderAt: start.getTime(),
          orderDeadline: '2026-06-17',
          orderWrong: null,
          orderRight: null,
        },
      });
      await row({ state: 'confirmed', attempts: 2, recall: 'due', recallOrder: 'w:1' });
      await worker.runDue();
      expect(platform.deleted.get(id)).toBe(1);
      expect(await first()).toMatchObject({ state: 'withdrawn', recall: 'deleted' });
    });

    test.each<[string, Columns]>([
      ['结果“verschickt”不认识', { outcome: 'verschickt' }],
      ['“resultAfter”不是数字', { outcome: 'unknown', progress: { begun: true, resultAfter: 'bald' } }],
      ['进度不是一组键和值', { outcome: 'unknown', progress: [1] }],
    ])(
      'one that does not fit is told, nothing of it is sent, and everybody else goes out: %s',
      async (sentence, columns) => {
        const { id, plant, platform, store, worker } = await scene();
        await plant(1, columns);
        await store.create(newDelivery({ postId: 'p2' }));
        const { stuck } = await gather(() => worker.runDue());
        expect(stuck).toMatchObject([{ item: `delivery ${id}`, error: expect.stringContaining(sentence) }]);
        expect([...platform.posted.keys()]).toEqual((await store.list({ postIds: ['p2'] })).map((d) => d.id));
        expect(await store.get(id)).toMatchObject({ state: 'pending', nextAt: start });
        expect((await store.due(later(0), 9)).map((d) => d.id)).toEqual([id]);
      },
    );

    test.each<[string, unknown]>([
      ['a value of another kind', 5],
      ['a list', [5]],
      ['half a JSON', '{"half": [1'],
      ['a value within a value', { status: { of: 0 } }],
    ])('a word of a platform that does not fit is told, and every other counts: %s', async (_, data) => {
      const { db } = await fresh();
      const events = createChannelEvents({ db });
      const word = {
        subject: 'wechat:wx:publish:1',
        at: start,
        receivedAt: start,
        note: '说明。',
        data: { status: 5 },
      };
      for (const key of ['first', 'broken', 'last']) await events.add({ ...word, key });
      const {
        docs: [broken],
      } = await db.find<{ id: string }>({
        collection: 'channel-events',
        where: { key: { equals: 'broken' } },
        pagination: false,
      });
      await db.updateOne({ collection: 'channel-events', id: broken?.id ?? '', data: { data }, returning: false });
      for (const ask of [() => events.since(start), () => events.about(word.subject)]) {
        const { stuck, value } = await gather(ask);
        expect(value.map(({ key }) => key)).toEqual(['first', 'last']);
        expect(stuck).toMatchObject([
          { item: `channel-event ${broken?.id}`, error: expect.stringContaining('渠道通知的内容读不出来') },
        ]);
      }
    });
  });
}
