import type { Person } from '../access/person.ts';
import type { Passage } from '../story/act.ts';
import type { CaseFile } from '../story/case-file.ts';
import type { Verdict } from './verdict.ts';

/** What some acts need besides a note. */
export interface Particulars {
  /** reassign: to whom. */
  to?: Person | null;
  /** correct-urgent: what is wrong, and how it must read. */
  passage?: Passage | null;
}

/** May this person do this to this story now? Pure: no clock, no database. */
export type Rule = (file: CaseFile, person: Person, note: string, more: Particulars) => Verdict;
