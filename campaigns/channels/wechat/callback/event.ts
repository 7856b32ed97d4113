import { z } from 'zod';
import { child, textOf, type XmlElement } from './xml.ts';

/** The result of a publish job (PUBLISHJOBFINISH). */
interface PublishEvent {
  kind: 'publish';
  /** The same for every repetition of the same event. */
  key: string;
  /** When the platform made it. */
  at: Date;
  publishId: string;
  /** publish_status of freepublish/get: 0 success, 2 originality, 3 failed, 4 refused, 5 deleted, 6 banned. */
  status: number;
  articleId: string | null;
  articleUrl: string | null;
}

/** The result of a mass send (MASSSENDJOBFINISH). */
interface MassEvent {
  kind: 'mass';
  key: string;
  at: Date;
  msgId: string;
  /** In the platform's words: `send success`, `send fail`, `err(…)`. */
  status: string;
  sent: boolean;
  articleId: null;
  articleUrl: string | null;
}

export type WechatEvent = PublishEvent | MassEvent;

const id = z.string().regex(/^\d{1,20}$/);
const head = z.object({
  at: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform((seconds) => new Date(Number(seconds) * 1000)),
});
const publishFields = head.extend({
  publishId: id,
  status: z
    .string()
    .regex(/^(0|[1-9]\d{0,2})$/)
    .transform(Number),
  articleId: z.string().max(256).nullable(),
  articleUrl: z.string().max(2048).nullable(),
});
const massFields = head.extend({
  msgId: id,
  status: z.string().min(1).max(64),
  articleUrl: z.string().max(2048).nullable(),
});

/**
 * Reads one of the two events that tell what became of a send. The element names are the platform's own manual's
 * (general knowledge, to be verified with a real account); only their meaning is in channels.md §1.
 * @returns null for every other message; 'malformed' when one of the two lacks what it must have
 */
export function readEvent(xml: XmlElement): WechatEvent | 'malformed' | null {
  if (textOf(xml, 'MsgType') !== 'event') return null;
  switch (textOf(xml, 'Event')) {
    case 'PUBLISHJOBFINISH':
      return readPublish(xml);
    case 'MASSSENDJOBFINISH':
      return readMass(xml);
    default:
      return null;
  }
}

function readPublish(xml: XmlElement): PublishEvent | 'malformed' {
  const info = child(xml, 'PublishEventInfo');
  const fields = publishFields.safeParse({
    at: textOf(xml, 'CreateTime'),
    publishId: textOf(info, 'publish_id'),
    status: textOf(info, 'publish_status'),
    articleId: textOf(info, 'article_id'),
    articleUrl: textOf(first(child(info, 'article_detail')), 'article_url'),
  });
  if (!fields.success) return 'malformed';
  return { kind: 'publish', key: `publish:${fields.data.publishId}:${fields.data.status}`, ...fields.data };
}

function readMass(xml: XmlElement): MassEvent | 'malformed' {
  const fields = massFields.safeParse({
    at: textOf(xml, 'CreateTime'),
    msgId: textOf(xml, 'MsgID'),
    status: textOf(xml, 'Status'),
    articleUrl: textOf(first(child(child(xml, 'ArticleUrlResult'), 'ResultList')), 'ArticleUrl'),
  });
  if (!fields.success) return 'malformed';
  const { msgId, status } = fields.data;
  return {
    kind: 'mass',
    key: `mass:${msgId}:${status}`,
    sent: /^send\s?success$/i.test(status),
    articleId: null,
    ...fields.data,
  };
}

/** The first `item` of a list; ours has one article. */
const first = (list: XmlElement | null): XmlElement | null => list?.children.find((c) => c.name === 'item') ?? null;
