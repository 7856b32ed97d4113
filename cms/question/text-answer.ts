import type { CheckedText } from '../checks/checked-text.ts';
import type { Finding } from '../checks/finding.ts';
import { maskName } from '../checks/personal-data/mask.ts';
import { findNamed } from '../checks/subject/find-named.ts';
import type { Subject } from '../checks/subject/find-subjects.ts';
import { readSubjects } from '../checks/subject/read-subjects.ts';
import { nothing, type Answer } from '../story/answer.ts';
import { together } from './stricter.ts';

/** Somebody of whom a text tells something bad, or whom it names, and where. */
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
  /** Whom the texts certainly name, whatever they tell of them; looked for when somebody asks. */
  named(): Seen[];
}

/**
 * Answers the question from all texts of one piece, whatever field they stand in. It speaks of blame: praise
 * is for the form to say. Who is named without blame is told only where it is certain, because in harmless texts too many
 * words look like names; a form that answers 认不出 beside that is wrong.
 * @param findings of the same texts: what the rules on minors and sealed records found counts
 */
export function textAnswer(texts: readonly CheckedText[], findings: readonly Pick<Finding, 'rule'>[]): TextAnswer {
  const seen = seenIn(texts, readSubjects);
  const who = together(
    seen.some(({ kind }) => kind === 'person'),
    seen.some(({ kind }) => kind === 'organisation'),
  );
  return {
    answer: {
      ...nothing,
      who,
      tone: who === 'nobody' ? 'neutral' : 'negative',
      minor: findings.some(({ rule }) => isMinor.test(rule)),
      sealed: findings.some(({ rule }) => rule.startsWith('sealed/')),
    },
    seen,
    named: () =>
      seenIn(
        texts.filter(({ field }) => !byLine.test(field)),
        findNamed,
      ),
  };
}

const seenIn = (texts: readonly CheckedText[], find: (text: string) => Subject[]): Seen[] =>
  texts.flatMap(({ at, field, text }) =>
    find(text).map(({ from, kind, name }): Seen => ({ kind, name: maskName(name), at: at?.(from) ?? field })),
  );

/** Whoever wrote it, took the picture or sent it in is no part of what is told. */
const byLine = /作者|来源|版权|推荐单位$/;

/** A place alone (`minor/home`) tells nobody's name. */
const isMinor = /^minor\/(?:identified|school|consent)$/;
