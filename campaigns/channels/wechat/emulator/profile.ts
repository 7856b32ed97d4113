import { z } from 'zod';

const ms = z.number().nonnegative();

const count = z.number().int().nonnegative().default(0);

/** The server that an account has registered for events, and the next misfortunes of those events. */
const callbackSchema = z.strictObject({
  url: z.url(),
  token: z.string().min(1),
  /** 43 characters: events are encrypted; null: plain. */
  aesKey: z.string().length(43).nullable().default(null),
  /** So many next events are never sent. */
  lost: count,
  /** So many next events are sent twice. */
  doubled: count,
  /** So many next events carry a wrong signature. */
  badSignature: count,
  /** Events that wait together are sent last first. */
  reordered: z.boolean().default(false),
  /** The event arrives before the answer to the call that caused it. */
  early: z.boolean().default(false),
});

/** Circumstances of one account; `POST /__profile` changes them while it runs. Durations in ms of the clock. */
export const profileSchema = z.strictObject({
  appId: z.string().min(1).default('wxdemo'),
  secret: z.string().min(1).default('demo-secret'),
  /** Unverified accounts may not publish (48001). */
  verified: z.boolean().default(true),
  type: z.enum(['service', 'subscription']).default('service'),
  /** Addresses that may fetch tokens; null: all. */
  ipWhitelist: z.array(z.string()).nullable().default(null),
  /** How long a new cover is unknown to draft/add (40007). */
  coverDelayMs: ms.default(0),
  publishMs: ms.default(300),
  /** What becomes of publishing: 0 success, 2 originality, 3 failed, 4 refused. */
  publishStatus: z.union([z.literal(0), z.literal(2), z.literal(3), z.literal(4)]).default(0),
  /** Deleted by the account (5) or banned (6) some time after success. */
  laterStatus: z
    .strictObject({ status: z.union([z.literal(5), z.literal(6)]), afterMs: ms })
    .nullable()
    .default(null),
  /** Mass sends wait for an administrator (89504), 30 minutes at most (89505). */
  adminConfirm: z.boolean().default(false),
  /** How many mass sends: a day for a 订阅号, a month for a 服务号. */
  massQuota: z
    .strictObject({ perDay: z.number().int().default(1), perMonth: z.number().int().default(4) })
    .default({ perDay: 1, perMonth: 4 }),
  /** What the event about a mass send says; anything but success leaves nothing out. */
  massStatus: z.string().min(1).default('send success'),
  /** Where events are sent, and what goes wrong with them; null: nowhere. */
  callback: callbackSchema.nullable().default(null),
  /** Calls a day (Asia/Shanghai) by path, e.g. `draft/add`; others are unlimited. */
  dailyCalls: z.record(z.string(), z.number().int().nonnegative()).default({}),
});

export type Profile = z.output<typeof profileSchema>;
export type ProfileInput = z.input<typeof profileSchema>;
export type CallbackProfile = z.output<typeof callbackSchema>;
