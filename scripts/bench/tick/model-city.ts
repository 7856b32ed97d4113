import type { Payload } from 'payload';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { performReview } from '../../../cms/desk/perform.ts';
import { settleRecalls } from '../../../cms/publication/settle-recalls.ts';
import { recordCorrection } from '../../../cms/release/record-correction.ts';
import { createDeliveryStore } from '../../../cms/store/payload-delivery-store.ts';
import { draft, newsroom, release, type Desk } from '../../../cms/testing/story.ts';

/** One story of each kind that the minute may have to do with, made by real acts: what many of it look like. */
export interface Model {
  story: string;
  release: string;
  /** Its finished copy on a channel. */
  delivery: string;
}
export type ModelKind = 'plain' | 'withdrawn' | 'corrected';

/** Signs three stories, sends each out once, takes one back and corrects another, each to the end. */
export async function modelCity(payload: Payload): Promise<Record<ModelKind, Model>> {
  const desk = await newsroom(payload);
  const store = createDeliveryStore(payload);
  const models = {} as Record<ModelKind, Model>;
  for (const kind of ['plain', 'withdrawn', 'corrected'] as const) models[kind] = await sentOut(payload, desk, kind);
  const { withdrawn, corrected } = models;
  const second = await performReview(
    { payload },
    { storyId: withdrawn.story, act: 'withdraw', person: desk.signer, note: '示例撤回。' },
  );
  if (!second.ok) throw new Error(second.message);
  await recordCorrection(
    payload,
    { id: corrected.release, story: corrected.story },
    { wrong: '第一步', right: '第一条', note: '', by: '示例', writer: null, at: systemClock.now() },
  );
  await settleRecalls(payload, systemClock, store);
  for (const [model, recall] of [
    [withdrawn, 'deleted'],
    [corrected, 'corrected'],
  ] as const)
    await store.patch(model.delivery, { recall, nextAt: null });
  await settleRecalls(payload, systemClock, store);
  return models;
}

async function sentOut(payload: Payload, desk: Desk, kind: ModelKind): Promise<Model> {
  const story = await draft(payload, desk.author, { title: `压力测试稿件（${kind}，示例）` });
  const releaseId = await release(payload, story.id, desk);
  const store = createDeliveryStore(payload);
  const now = systemClock.now();
  await store.create({
    campaignId: 'bench',
    postId: `bench-${kind}`,
    channel: 'wechat',
    releaseId,
    plannedAt: now,
    misfire: 'late',
    misfireWindow: 60,
  });
  const [delivery] = await store.list({ postIds: [`bench-${kind}`] });
  if (!delivery) throw new Error('no delivery');
  await store.claim({
    deliveryId: delivery.id,
    number: 1,
    kind: 'send',
    owner: 'bench:1:1:a',
    startedAt: now,
    leaseUntil: now,
    finishedAt: now,
    outcome: 'confirmed',
    externalId: delivery.id,
    url: 'https://example.com/s/1',
    receivedAt: null,
    note: '已发布。',
    progress: {},
    begun: true,
  });
  await store.patch(delivery.id, {
    state: 'confirmed',
    nextAt: null,
    sentAt: now,
    externalId: delivery.id,
    url: 'https://example.com/s/1',
    attempts: 1,
    note: '已发布。',
  });
  return { story: story.id, release: releaseId, delivery: delivery.id };
}
