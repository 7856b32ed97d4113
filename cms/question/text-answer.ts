import type { CheckedText } from '../checks/checked-text.ts';
import type { Finding } from '../checks/finding.ts';
import { maskName } from '../checks/personal-data/mask.ts';
import { readSubjects } from '../checks/subject/read-subjects.ts';
import { nothing, type Answer } from './answer.ts';
import { together } from './stricter.ts';

/** Somebody of whom a text tells something bad, and where. */
export interface Seen {
  kind: 'person' | 'organisation';
  /** Masked: the surname, or the first character. */
  name: string;
  at: string;
}

/** What the checks answer from the text, and what they saw. */
export interface TextAnswer {
  answer: Answer;
  seen: Seen[];
}

/**
 * Answers the question from all texts of one piece, whatever field they stand in. It speaks of blame alone: that somebody is
 * named or praised without blame is for the form to say, because in harmless texts too many words look like names.
 * @param findings of the same texts: what the rules on minors and sealed records found counts
 */
export function textAnswer(texts: readonly CheckedText[], findings: readonly Pick<Finding, 'rule'>[]): TextAnswer {
  const seen = texts.flatMap(({ at, field, text }) => readSubjects(text).map(({ from, kind, name }): Seen => ({ kind, name: maskName(name), at: at?.(from) ?? field })));
  const who = together(seen.some(({ kind }) => kind === 'person'), seen.some(({ kind }) => kind === 'organisation'));
  return {
    answer: { ...nothing, who, tone: who === 'nobody' ? 'neutral' : 'negative', minor: findings.some(({ rule }) => isMinor.test(rule)), sealed: findings.some(({ rule }) => rule.startsWith('sealed/')) },
    seen,
  };
}

/** A place alone (`minor/home`) tells nobody's name. */
const isMinor = /^minor\/(?:identified|school|consent)$/;
