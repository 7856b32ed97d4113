import { z } from 'zod';
import type { ChannelEvent } from '../../ports/channel-events.ts';
import type { Progress } from '../../ports/delivery.ts';
import type { Outcome } from '../channel.ts';
import type { WechatEvent } from './callback/event.ts';
import { outcomeOfEvent } from './callback/outcome-of-event.ts';
import type { Work } from './work.ts';

/** With events expected, questions are asked this long after the submission, and then ever less often. */
export const patience = { firstMs: 5_000, longestMs: 120_000 };

type Subject = { publishId: string } | { msgId: string };

/** Another account (or the demo's) has numbers of its own, which must not be mistaken for ours. */
const subjectOf = (appId: string, about: Subject): string =>
  'publishId' in about ? `wechat:${appId}:publish:${about.publishId}` : `wechat:${appId}:mass:${about.msgId}`;

/** An event as the inbox keeps it. */
export const toChannelEvent = (event: WechatEvent, appId: string, receivedAt: Date): ChannelEvent => {
  const { kind, at, key, ...data } = event;
  return {
    key: `wechat:${appId}:${key}`,
    subject: subjectOf(appId, event),
    at,
    receivedAt,
    note: outcomeOfEvent(event).note,
    data: { kind, ...data },
  };
};

/** Whether a delivery with this progress is the one that an event speaks of. */
export const concerns =
  (event: WechatEvent) =>
  (progress: Progress): boolean =>
    event.kind === 'publish' ? progress.publishId === event.publishId : progress.massId === event.msgId;

const url = z.string().nullable();
const kept = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('publish'),
    publishId: z.string(),
    status: z.number(),
    articleId: z.string().nullable(),
    articleUrl: url,
  }),
  z.object({
    kind: z.literal('mass'),
    msgId: z.string(),
    status: z.string(),
    sent: z.boolean(),
    articleId: z.null(),
    articleUrl: url,
  }),
]);

async function heard(work: Work, about: Subject): Promise<WechatEvent[]> {
  const rows = (await work.events?.about(subjectOf(work.config.appId, about))) ?? [];
  return rows.flatMap(({ key, at, data }) => {
    const event = kept.safeParse(data);
    return event.success ? [{ ...event.data, key, at }] : [];
  });
}

/**
 * What the inbox says of a publish job, whatever the order in which it came: taken away again (5, 6) outweighs success.
 * A failure (2, 3, 4) is left to the question, for the job may have failed only because another one had succeeded.
 */
export async function heardOfPublish(work: Work, publishId: string): Promise<Outcome | null> {
  const events = (await heard(work, { publishId })).filter((e) => e.kind === 'publish');
  const told = [6, 5, 0].map((status) => events.find((e) => e.status === status)).find((e) => e !== undefined);
  return told ? outcomeOfEvent(told) : null;
}

/** What the inbox says of a mass send; once one event says that it went out, it did. */
export async function heardOfMass(work: Work, msgId: string): Promise<Outcome | null> {
  const events = (await heard(work, { msgId })).filter((e) => e.kind === 'mass');
  const told = events.find((e) => e.sent) ?? events[0];
  return told ? outcomeOfEvent(told) : null;
}
