import { z } from 'zod';

const ms = z.number().nonnegative();

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
  laterStatus: z.strictObject({ status: z.union([z.literal(5), z.literal(6)]), afterMs: ms }).nullable().default(null),
  /** Mass sends wait for an administrator (89504), 30 minutes at most (89505). */
  adminConfirm: z.boolean().default(false),
  /** Calls a day (Asia/Shanghai) by path, e.g. `draft/add`; others are unlimited. */
  dailyCalls: z.record(z.string(), z.number().int().nonnegative()).default({}),
});

export type Profile = z.output<typeof profileSchema>;
export type ProfileInput = z.input<typeof profileSchema>;
