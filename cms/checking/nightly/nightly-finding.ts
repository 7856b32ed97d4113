import type { Finding } from '../../checks/finding.ts';

/** What a finding is about: enough to show it, to lead to where it is mended, and to see that it has been. */
export type Subject =
  | { kind: 'story'; storyId: string; releaseId: string; serial: number; title: string; path: string }
  | { kind: 'column'; slug: string; title: string }
  | { kind: 'page'; collection: 'columns' | 'campaigns' | 'batches'; id: string; title: string }
  | { kind: 'file'; file: string; title: string }
  | { kind: 'account'; channel: string; title: string };

export interface NightlyFinding extends Finding {
  subject: Subject;
  /** Of findings that a person may judge. */
  mark?: string;
}
