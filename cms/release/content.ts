import { essenceOf } from '../rich-text/essence.ts';
import { fingerprint } from './canonical.ts';

/** The fields that reviewers judge; everything else on a story is bookkeeping. */
export const contentFields = [
  'title', 'kind', 'column', 'category4', 'summary', 'body', 'cover', 'roleModel', 'caseSteps', 'lesson', 'tags', 'source',
  'sourceUrl', 'authorName', 'corrections', 'embargo', 'disclosure',
  'reprint', 'originalTitle', 'usedAi',
] as const;

/** Facts that belong to one kind only: what is hidden in the form must not count or go out. */
const factsOf: Record<string, string> = { roleModel: 'role-model', caseSteps: 'case', lesson: 'material', disclosure: 'case' };

/** A story's content, reduced to what counts: relations as ids, rows without their database ids. */
export function contentOf(story: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    contentFields
      .filter((name) => !(name in factsOf) || factsOf[name] === story.kind)
      .map((name) => [name, essential(name, story[name])]),
  );
}

/** Fingerprint of a story's content. */
export const contentHash = (story: Record<string, unknown>): string => fingerprint(contentOf(story));

function essential(name: string, value: unknown): unknown {
  if (name === 'body') return essenceOf(value);
  return plain(name === 'disclosure' ? disclosureOf(value) : value);
}

/** The proofs of a named case, and who verified it; nothing at all where nothing was entered, so that older fingerprints stay true. */
function disclosureOf(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  const { named, proof, ...verified } = value as { named?: unknown; proof?: unknown };
  return named === true ? { named, ...(proof as object), ...verified } : verified;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutId);
  // A box that nobody ticked says nothing: rows from before it was there have none.
  if (value === false) return undefined;
  if (value === null || typeof value !== 'object') return value;
  if ('id' in value && typeof value.id === 'string') return value.id;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, Array.isArray(item) ? item.map(withoutId) : item]));
}

function withoutId(row: unknown): unknown {
  if (row === null || typeof row !== 'object') return row;
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'id'));
}
