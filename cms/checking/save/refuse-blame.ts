import { ValidationError, type CollectionBeforeValidateHook, type CollectionConfig } from 'payload';
import { checkTexts } from '../../checks/check-texts.ts';
import { blames } from '../../story/answer.ts';
import { formAnswer } from '../../story/form-answer.ts';
import { textAnswer } from '../../question/text-answer.ts';
import { personOf } from '../../access/person-of.ts';
import type { Role } from '../../access/roles.ts';
import { isSubject } from '../../texts/subjects.ts';
import { typedTexts, type TypedText } from './typed-texts.ts';
import type { Refused } from './refuse-id-numbers.ts';

interface Place {
  /** Whether what is saved is for the public: a campaign that is only being planned is not. */
  isPublic(row: Record<string, unknown>): boolean;
  /** The fields that the public reads; what is kept on file (an objection, why somebody was refused) may name and blame. */
  fields: readonly string[];
  /** Whose save is a second look, where the checks may have read it wrongly. */
  second?: Role;
  /** Nobody outside reads it but in the story that is made of it: there the same is asked, and the secrecy reviewer can settle it. What the form itself answers is refused here. */
  readsInStory?: true;
}

/** Public texts that have no room for proofs and no 保密审查 of their own: they may blame nobody by name. What is read wrongly has a second person everywhere. */
const places: Readonly<Record<string, Place>> = {
  columns: { isPublic: () => true, fields: ['name', 'description', 'type', 'keywords'] },
  batches: { isPublic: () => true, fields: ['name', 'awardingBody', 'docNo'], second: 'signer' },
  campaigns: {
    isPublic: ({ state }) => state === 'confirmed',
    fields: [
      'title',
      'theme',
      'standfirst',
      'phases',
      'good',
      'avoid',
      'actions',
      'units',
      'basis',
      'leadUnit',
      'purpose',
    ],
  },
  nominations: {
    isPublic: ({ state }) => state === 'recommended' || state === 'notice',
    fields: ['name', 'category', 'place', 'recommendedBy', 'deed'],
    readsInStory: true,
  },
};

/** Why a field is refused: what the checks read in it, blame or a sealed record, may be read wrongly; what the form says of itself is no mistake. */
export interface Blame extends Refused {
  why: 'seen' | 'sealed' | 'answered';
  /** Of whom something bad is told, masked. */
  names: string[];
  /** What is told, for whoever makes a sentence of their own; empty where the form says it of itself. */
  what: string;
}

/** Fields in which somebody who can be recognised is told something bad, each once; the form's own answer counts as well. */
export function blameIn(texts: readonly TypedText[], row: Record<string, unknown>): Blame[] {
  const found = new Map<string, Blame>();
  for (const text of texts.filter(({ kind }) => kind !== 'machine')) {
    const { answer, seen } = textAnswer([text], checkTexts([text]));
    if ((seen.length === 0 && !answer.sealed) || found.has(text.path)) continue;
    const what = seen[0] ? `像是指名说了“${seen[0].name}”的失信或违法的事` : '写到了能认出来的人的治安处罚或封存的记录';
    found.set(text.path, {
      path: text.path,
      label: text.field,
      why: answer.sealed ? 'sealed' : 'seen',
      names: seen.map(({ name }) => name),
      what,
      message: `${seen[0]?.at ?? text.field}${what}，没有保存：这里不能指名批评，请改成谁也认不出来的写法；确需指名的，写成稿件，按“认得出谁，是褒是贬”的要求填依据、走审签。其他内容都还在。`,
    });
  }
  const form = formAnswer(row);
  if (form && blames(form))
    found.set('answer.tone', {
      path: 'answer.tone',
      label: '对它是褒是贬',
      why: 'answered',
      names: [],
      what: '',
      message: '这里不能指名批评，没有保存：确需指名的，请写成稿件，填依据、走审签。其他内容都还在。',
    });
  return [...found.values()];
}

const refuse: CollectionBeforeValidateHook = ({ collection, data, originalDoc, req }) => {
  if (!data) return data;
  const row = { ...(originalDoc as Record<string, unknown> | undefined), ...data };
  const place = places[collection.slug];
  if (!place?.isPublic(row)) return data;
  const found = blameIn(
    typedTexts(collection.fields, row).filter(({ path }) => place.fields.includes(path.split('.')[0] ?? '')),
    row,
  );
  // What a person writes there is nowhere public before another one agrees: the secrecy reviewer can say that it was read wrongly.
  const person = personOf(req);
  const waits = place.readsInStory === true || (isSubject(collection.slug) && person !== null);
  const isLookedAt = place.second !== undefined && person?.roles.includes(place.second) === true;
  const errors = found
    .filter(({ why }) => why === 'answered' || !(waits || isLookedAt))
    .map((one) =>
      place.second && one.why !== 'answered'
        ? { ...one, message: `${one.message}检查看错了的，请终审人来保存。` }
        : one,
    );
  if (errors.length === 0) return data;
  const refusal = new ValidationError({ collection: collection.slug, errors, req }, req.t);
  refusal.message = errors.map(({ message }) => message).join('');
  throw refusal;
};

/** The collection with its public texts guarded (G01–G04, G10, G19). */
export const withoutBlame = (collection: CollectionConfig): CollectionConfig =>
  collection.slug in places
    ? {
        ...collection,
        hooks: { ...collection.hooks, beforeValidate: [...(collection.hooks?.beforeValidate ?? []), refuse] },
      }
    : collection;
