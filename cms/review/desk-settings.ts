import type { Payload } from 'payload';
import type { ReviewTerms } from '../content/review-schema.ts';
import { contentOf } from '../content/content.ts';

/** What the office has chosen, with the defaults of `content/review.yaml` where it has not. */
export interface DeskSettings extends Omit<ReviewTerms, 'basis'> {
  /** 两人审签: one person may take the first and the second review. */
  smallOffice: boolean;
  /** The document that allows it; empty when not allowed. */
  basis: string;
}

export async function deskSettings(payload: Payload): Promise<DeskSettings> {
  const [set, { basis: _, ...terms }] = await Promise.all([
    payload.findGlobal({ slug: 'desk', depth: 0 }),
    contentOf(payload).reviewTerms(),
  ]);
  const basis = set.smallOfficeBasis?.trim() ?? '';
  return {
    ...terms,
    hours: {
      first: set.hoursFirst ?? terms.hours.first,
      second: set.hoursSecond ?? terms.hours.second,
      final: set.hoursFinal ?? terms.hours.final,
      secrecy: set.hoursSecrecy ?? terms.hours.secrecy,
    },
    urgentHours: set.urgentHours ?? terms.urgentHours,
    unsignHours: set.unsignHours ?? terms.unsignHours,
    // Without the document there is no permission, whatever the box says.
    smallOffice: set.smallOffice === true && basis !== '',
    basis,
  };
}
