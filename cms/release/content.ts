import { essenceOf } from '../rich-text/essence.ts';
import { blames, readAnswer } from '../story/answer.ts';
import { contentNames } from '../story/fields/content-names.ts';
import { kindOfGroup } from '../story/fields/groups.ts';
import { formAnswer } from '../story/form-answer.ts';
import { fingerprint } from '../words/canonical.ts';

/** A story's content, reduced to what counts: relations as ids, rows without their database ids. */
export function contentOf(story: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    contentNames
      .filter((name) => !(name in kindOfGroup) || kindOfGroup[name] === story.kind)
      .map((name) => [name, essential(name, story)]),
  );
}

/** Fingerprint of a story's content. */
export const contentHash = (story: Record<string, unknown>): string => fingerprint(contentOf(story));

function essential(name: string, story: Record<string, unknown>): unknown {
  if (name === 'body') return essenceOf(story.body);
  if (name === 'answer') return plain(readAnswer(story.answer) ?? undefined);
  return plain(name === 'disclosure' ? disclosureOf(story) : story[name]);
}

/**
 * The proofs that the answer asks for, and who verified or consented; nothing at all where nothing was entered, so that
 * older fingerprints stay true. What the form hides does not count.
 */
function disclosureOf(story: Record<string, unknown>): unknown {
  if (story.disclosure === null || typeof story.disclosure !== 'object') return undefined;
  const { consent, named, proof, ...verified } = story.disclosure as Record<string, unknown>;
  const answer = formAnswer(story);
  if (answer && blames(answer)) return { ...(named === true ? { named } : {}), ...(proof as object), ...verified };
  if (story.kind === 'case' || answer?.tone === 'negative') return verified;
  return answer ? { consent: plain(consent) } : undefined;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutId);
  // A box that nobody ticked says nothing: rows from before it was there have none.
  if (value === false) return undefined;
  if (value === null || typeof value !== 'object') return value;
  if ('id' in value && typeof value.id === 'string') return value.id;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, Array.isArray(item) ? item.map(withoutId) : item]),
  );
}

function withoutId(row: unknown): unknown {
  if (row === null || typeof row !== 'object') return row;
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'id'));
}
