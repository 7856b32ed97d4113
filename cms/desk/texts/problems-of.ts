import type { Payload } from 'payload';
import { blameIn, type Blame } from '../../checking/save/refuse-blame.ts';
import { idNumbersIn, type Refused } from '../../checking/save/refuse-id-numbers.ts';
import { typedTexts, type TypedText } from '../../checking/save/typed-texts.ts';
import { textAnswer } from '../../question/text-answer.ts';
import { idOf } from '../../database/id-of.ts';
import { snapshotOf } from '../../release/publication-row.ts';
import type { SubjectSlug } from '../../texts/subjects.ts';
import type { Wording } from '../../texts/wording.ts';

/** What the checks say of words that wait for a second person. */
export interface Problems {
  /** Nobody may agree to these: ID numbers, and what the form itself answers. */
  barring: Refused[];
  /** What the checks may have read wrongly: the secrecy reviewer alone may say so, with a reason (`may-become-public.ts`). */
  doubts: Refused[];
}

export const noProblems: Problems = { barring: [], doubts: [] };

/**
 * Looks at some words: ID numbers, and whoever is named and blamed.
 * @param row what the form answers, where there is one
 * @param counts which of the blame counts; absent: all
 */
export function problemsIn(
  texts: readonly TypedText[],
  row: Record<string, unknown>,
  counts: (blame: Blame) => boolean = () => true,
): Problems {
  const found = blameIn(texts, row).filter(counts);
  return {
    barring: [...idNumbersIn(texts), ...found.filter(({ why }) => why === 'answered')],
    doubts: found.filter(({ why }) => why !== 'answered'),
  };
}

/** Looks at the words of a row anew. */
export async function problemsOf(
  payload: Payload,
  subject: SubjectSlug,
  row: Record<string, unknown>,
  words: Wording,
): Promise<Problems> {
  const texts = typedTexts(payload.collections[subject].config.fields, words);
  const known = subject === 'corrections' ? await blamedBefore(payload, row) : new Set<string>();
  return problemsIn(texts, row, ({ names, why }) => why !== 'seen' || names.some((name) => !known.has(name)));
}

/** Whom the release that is corrected names and blames, with its proofs: a correction may name them again, and nobody else. */
async function blamedBefore(payload: Payload, { release }: Record<string, unknown>): Promise<Set<string>> {
  const row = await payload.findByID({
    collection: 'releases',
    id: idOf(release as string) ?? '',
    depth: 0,
    disableErrors: true,
  });
  if (!row) return new Set();
  const { disclosure, summary, text, title } = snapshotOf(row);
  if (!disclosure) return new Set();
  return new Set(
    textAnswer(
      [title, summary, text].map((part) => ({ field: '', text: part })),
      [],
    ).seen.map(({ name }) => name),
  );
}
