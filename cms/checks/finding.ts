import type { z } from 'zod';
import type { findingSchema } from './finding-schema.ts';

export type Level = Finding['level'];

export type Finding = z.infer<typeof findingSchema>;

/** A finding before its place is named: offsets in the text as it was given. */
export interface Hit {
  rule: string;
  level: Level;
  from: number;
  to: number;
  text: string;
  mend: string;
}

export const isBlocked = (findings: readonly Pick<Finding, 'level'>[]): boolean =>
  findings.some(({ level }) => level === 'block');
