import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { applyRecalls } from '../../campaigns/outbox/engine/recall/apply-recalls.ts';
import { ordersFor, withdrawal } from '../../campaigns/outbox/engine/recall/testing/orders.ts';
import { newDelivery } from '../../campaigns/outbox/testing/fixtures.ts';
import { confirmed, ended } from '../../campaigns/outbox/testing/attempts.ts';
import type { Attempt, AttemptResult } from '../../campaigns/ports/attempt.ts';
import { signedIn, type SignedIn } from '../testing/signed-in.ts';
import { testCms, type TestCms } from '../testing/test-cms.ts';
import { createDeliveryStore } from '../store/payload-delivery-store.ts';

let cms: TestCms;
let desk: SignedIn;
beforeAll(async () => {
  cms = await testCms();
  desk = await signedIn(cms, ['signer', 'author']);
});
afterAll(() => cms.close());

const store = () => createDeliveryStore(cms.payload);
let posts = 0;

/** A copy that went to an outlet, whose release was withdrawn, and which was told. */
async function notified(): Promise<string> {
  posts += 1;
  await store().create(newDelivery({ postId: `p${posts}`, releaseId: `r${posts}`, channel: 'press' }));
  const [{ id } = { id: '' }] = await store().list({ postIds: [`p${posts}`] });
  const at = new Date();
  const step = (number: number, kind: Attempt['kind'], result: AttemptResult): Attempt => ({
    deliveryId: id,
    number,
    kind,
    owner: 'w',
    startedAt: at,
    leaseUntil: at,
    ...ended(result, { finishedAt: at, begun: kind === 'send' }),
  });
  await store().claim(step(1, 'send', confirmed));
  await applyRecalls({
    orders: ordersFor(`r${posts}`, withdrawal({ id: `w:${posts}` })),
    store: store(),
    clock: systemClock,
    owner: 'tick',
  });
  await store().claim(step(3, 'withdraw', { outcome: 'notified', reference: null }));
  await store().patch(id, { attempts: 3, recall: 'no-receipt' });
  return id;
}

it('takes a receipt from a signer, with the day and the result', async () => {
  const id = await notified();
  const enter = (who: string | null, body: unknown) => desk.post(who, `deliveries/${id}/hand/receipt`, body);
  expect(await enter(null, {})).toMatchObject({ status: 401 });
  expect(await enter('author', {})).toMatchObject({ status: 403 });
  expect(await enter('signer', { result: '好了' })).toMatchObject({
    status: 422,
    message: expect.stringContaining('deleted'),
  });
  expect(await enter('signer', { day: '2026-02-30' })).toMatchObject({
    status: 422,
    message: expect.stringContaining('2026-06-14'),
  });
  expect(await enter('signer', { day: '2099-01-01' })).toMatchObject({
    status: 422,
    message: '办结日期还没有到，请核对。',
  });
  expect(await enter('signer', { by: '别人' })).toMatchObject({
    status: 422,
    message: expect.stringContaining('只收'),
  });
  expect(await enter('signer', { result: 'printed', day: '2026-06-15', note: '已上版' })).toMatchObject({
    status: 200,
    message: '已登记回执。',
  });
  expect(await store().get(id)).toMatchObject({
    recall: 'person',
    note: expect.stringMatching(/回执（2026-06-15 12:00）：已经刊印，收不回：已上版。请联系对方在最近一期刊登更正启事/),
  });
  expect(await enter('signer', { result: 'corrected' })).toMatchObject({ status: 200 });
  expect(await store().get(id)).toMatchObject({ recall: 'corrected', nextAt: null });
  expect(await enter('signer', {})).toMatchObject({ status: 409 });
});

it('knows no copy that is not there', async () => {
  expect(await desk.post('signer', 'deliveries/nothing/hand/receipt', {})).toMatchObject({
    status: 404,
    message: '台账里没有这一份。',
  });
});
