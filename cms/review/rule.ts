import type { Person } from '../access/person.ts';
import type { CaseFile } from './case-file.ts';
import type { Verdict } from './verdict.ts';

/** May this person do this to this story now? Pure: no clock, no database. */
export type Rule = (file: CaseFile, person: Person, note: string) => Verdict;
