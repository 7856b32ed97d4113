import type { Finding } from '../../checks/finding.ts';

/** A finding that can be judged by a person and known again. */
export interface MarkedFinding extends Finding {
  /** The same wherever the same rule finds the same words with the same advice; tells nothing of the words. */
  mark: string;
}
