import { z } from 'zod';

/** Circumstances of the account and its app; `POST /__profile` changes them while it runs. */
export const profileSchema = z.strictObject({
  token: z.string().min(1).default('demo-token'),
  /** 安全域名; posts must link to it or to a subdomain. */
  safeDomain: z.string().min(1).default('localhost'),
  /** ISO 8601; from then on 21327. */
  expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
  perHour: z.number().int().positive().default(30),
  perDay: z.number().int().nonnegative().default(100),
  /** A restriction that a person must lift: 20015, 20022 or 20031. */
  restricted: z
    .union([z.literal(20015), z.literal(20022), z.literal(20031)])
    .nullable()
    .default(null),
  /** The app may call statuses/destroy; ordinary apps get 10014. */
  destroy: z.boolean().default(false),
  /** Which code a repeated text gets. */
  duplicateCode: z.union([z.literal(20017), z.literal(20019), z.literal(20111)]).default(20019),
});

export type WeiboProfile = z.output<typeof profileSchema>;
export type WeiboProfileInput = z.input<typeof profileSchema>;
