import type { CivilDay } from '../../campaigns/calendar/civil-day.ts';

/** A credit recheck: when, by whom, where they looked, what they found. */
export interface Recheck {
  on: CivilDay;
  by: string;
  source: string;
  result: 'clean' | 'hit';
}

/** What somebody said against a nomination while it was shown, and what became of it. */
interface Objection {
  on: CivilDay;
  verdict: 'open' | 'unfounded' | 'upheld';
  answer?: string | null;
}

/** A nomination as the rules see it: a row of `nominations` fits. Days are civil days of Asia/Shanghai. */
export interface NominationFacts {
  name: string;
  subject: 'person' | 'minor' | 'unit';
  category?: string | null;
  place?: string | null;
  recommendedBy?: string | null;
  deed?: string | null;
  consent?: { by?: 'self' | 'guardian' | 'unit' | null; on?: string | null; paper?: unknown } | null;
  rechecks?: Recheck[] | null;
  notice?: { where?: string | null; from?: string | null; to?: string | null; objections?: Objection[] | null } | null;
  revocation?: { body?: string | null; docNo?: string | null; on?: string | null } | null;
  reason?: string | null;
  batch?: unknown;
  /** The day on which it was refused, taken offline or revoked. */
  closedOn?: string | null;
  /** The day on which it last went back from 公示中: what was changed then must be shown anew. */
  reopenedOn?: string | null;
}

/** The recheck that counts: the latest one. */
export const latestRecheck = ({ rechecks }: Pick<NominationFacts, 'rechecks'>): Recheck | null =>
  [...(rechecks ?? [])].sort((a, b) => a.on.localeCompare(b.on)).at(-1) ?? null;
