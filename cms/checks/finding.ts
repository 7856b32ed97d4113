/** `block` stops the text until it is mended; `warn` asks a person to look. */
export type Level = 'block' | 'warn';

/** One thing that is wrong, ready to be shown and kept: it never carries a found number or a name in the clear. */
export interface Finding {
  /** `group/name`, e.g. `personal-data/citizen-id`. */
  rule: string;
  level: Level;
  /** Where: `line:column`, page, `sheet!cell`, paragraph, property … as the kind of file has it. */
  at: string;
  /** What was found, masked. */
  text: string;
  /** One Chinese sentence: why it is wrong and how to mend it. */
  mend: string;
}

/** A finding before its place is named: offsets in the text as it was given. */
export interface Hit {
  rule: string;
  level: Level;
  from: number;
  to: number;
  text: string;
  mend: string;
}

export const isBlocked = (findings: readonly Pick<Finding, 'level'>[]): boolean => findings.some(({ level }) => level === 'block');
