import type { Payload } from 'payload';
import { blameIn, type Blame } from '../../checking/save/refuse-blame.ts';
import { idNumbersIn, type Refused } from '../../checking/save/refuse-id-numbers.ts';
import { typedTexts } from '../../checking/save/typed-texts.ts';
import { textAnswer } from '../../question/text-answer.ts';
import { idOf } from '../../database/id-of.ts';
import { snapshotOf } from '../../release/publication-row.ts';
import type { SubjectSlug } from '../../texts/subjects.ts';
import type { Wording } from '../../texts/wording.ts';

/** What the checks say of words that wait for a second person. */
export interface Problems {
  /** Nobody may agree to these. */
  barring: Refused[];
  /** Somebody seems to be blamed by name: the secrecy reviewer alone may say that it was read wrongly. */
  blame: Blame[];
}

/** Looks at the words of a row anew. */
export async function problemsOf(payload: Payload, subject: SubjectSlug, row: Record<string, unknown>, words: Wording): Promise<Problems> {
  const texts = typedTexts(payload.collections[subject].config.fields, words);
  const known = subject === 'corrections' ? await blamedBefore(payload, row) : new Set<string>();
  const found = blameIn(texts, row).filter(({ names, why }) => why !== 'seen' || names.some((name) => !known.has(name)));
  return { barring: [...idNumbersIn(texts), ...found.filter(({ why }) => why !== 'seen')], blame: found.filter(({ why }) => why === 'seen') };
}

/** Whom the release that is corrected names and blames, with its proofs: a correction may name them again, and nobody else. */
async function blamedBefore(payload: Payload, { release }: Record<string, unknown>): Promise<Set<string>> {
  const row = await payload.findByID({ collection: 'releases', id: idOf(release as string) ?? '', depth: 0, disableErrors: true });
  if (!row) return new Set();
  const { disclosure, summary, text, title } = snapshotOf(row);
  if (!disclosure) return new Set();
  return new Set(textAnswer([title, summary, text].map((part) => ({ field: '', text: part })), []).seen.map(({ name }) => name));
}
