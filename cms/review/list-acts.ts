import type { Payload } from 'payload';
import type { Person } from '../access/person.ts';
import { reviewActNames, reviewActs, type Review, type ReviewAct } from './act.ts';
import { judge } from './machine.ts';
import { openCase } from './open-case.ts';
import type { Stage } from './stage.ts';

export interface ActOption {
  act: ReviewAct;
  /** “初审通过” */
  label: string;
  allowed: boolean;
  /** Why not, in a sentence; null when allowed. */
  reason: string | null;
  /** A note must be written: reason of a return, public reason of a withdrawal. */
  needsNote: boolean;
}

export interface ReviewSheet {
  stage: Stage;
  acts: ActOption[];
  /** All reviews ever, oldest first. */
  reviews: Review[];
  /** What is missing before the story may be handed in. */
  missing: string[];
}

const noted: ReviewAct[] = ['return', 'withdraw'];

/** What one person may do to one story now; null when there is no such story. */
export async function listActs(payload: Payload, storyId: string, person: Person): Promise<ReviewSheet | null> {
  const opened = await openCase(payload, storyId);
  if (!opened) return null;
  const { file } = opened;
  const acts = reviewActNames.map((act): ActOption => {
    // A note can still be written, so its absence is no reason to grey the button out.
    const verdict = judge(act, file, person, noted.includes(act) ? '待填' : '');
    return { act, label: reviewActs[act], allowed: verdict.ok, reason: verdict.ok ? null : verdict.message, needsNote: noted.includes(act) };
  });
  return { stage: file.stage, acts, reviews: file.reviews, missing: file.missing };
}
