import { z } from 'zod';
import { instant } from '../columns/instant.ts';
import { reviewActNames } from './act.ts';

/** One passage of what is live, as it stands and as it must read. */
export const passageSchema = z.object({ wrong: z.string(), right: z.string() });

/** One line of a story's review log. Kept for ever, also when its round is over. */
export const reviewSchema = z.object({
  act: z.enum(reviewActNames),
  round: z.number(),
  /** Account id and the name at that time. */
  by: z.string(),
  byName: z.string(),
  /** 代: on leave, and this was done in their place. */
  forId: z.string().optional(),
  forName: z.string().optional(),
  /** ISO 8601 with zone (Asia/Shanghai). */
  at: instant,
  /** Fingerprint of the content that was looked at; of an urgent correction, of the content as corrected. */
  contentHash: z.string(),
  /** Fingerprint of what was printed of its pictures then (`release/printed-pictures.ts`); absent in reviews from before it was kept. */
  pictures: z.string().optional(),
  note: z.string().nullable(),
  /** reassign: who is to review. */
  to: z.string().optional(),
  toName: z.string().optional(),
  /** sign: account ids of everybody who wrote what was signed. */
  writers: z.array(z.string()).optional(),
  /** sign, reschedule: from when on it is to be seen, and until when; absent: at once, for ever. */
  showFrom: instant.optional(),
  showUntil: instant.optional(),
  /** correct-urgent: what was proposed or confirmed. */
  passage: passageSchema.optional(),
  /** correct-urgent: whoever proposed it is a signer. */
  bySigner: z.boolean().optional(),
  /** correct-urgent: the second of two people said so too, and it went live. */
  applied: z.literal(true).optional(),
});
