import { ValidationError, type CollectionBeforeValidateHook, type CollectionConfig } from 'payload';
import { findHits } from '../../checks/check-texts.ts';
import { isQuarantined } from '../findings/no-override.ts';
import { askForWellFormed } from './well-formed.ts';
import { typedTexts, type TypedText } from './typed-texts.ts';

/** What is wrong with one field, told where the writer can see it. */
export interface Refused {
  path: string;
  label: string;
  /** One sentence: field, place, how to mend it. Never the number. */
  message: string;
}

/** Fields in which an ID number stands, each once (G07: quarantine at save, not at publish). */
export function idNumbersIn(texts: readonly TypedText[]): Refused[] {
  const found = new Map<string, Refused>();
  for (const { path, field, text, kind, at } of texts) {
    // Machine reading: only numbers matter here, and it leaves the word lists alone.
    const hit = findHits(text, kind ?? 'prose', {}).find(isQuarantined);
    if (!hit || found.has(path)) continue;
    const why =
      hit.rule === 'personal-data/citizen-id-weak-mask' ? '遮得太少、能推算出来的身份证号码' : '完整的身份证件号码';
    found.set(path, {
      path,
      label: field,
      message: `${at?.(hit.from) ?? field}有${why}（${hit.text}），没有保存：请删去号码再保存，其他内容都还在。`,
    });
  }
  return [...found.values()];
}

/** Refuses to keep an ID number in any field; what was typed stays in the form. */
const refuse: CollectionBeforeValidateHook = ({ collection, data, req }) => {
  // A review act writes no content.
  if (!data || req.context.reviewOf) return data;
  const errors = idNumbersIn(typedTexts(collection.fields, data));
  if (errors.length === 0) return data;
  const refusal = new ValidationError({ collection: collection.slug, errors, req }, req.t);
  refusal.message = errors.map(({ message }) => message).join('');
  throw refusal;
};

/** The collection with its forms guarded. */
export const withoutIdNumbers = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [askForWellFormed, ...(collection.hooks?.beforeOperation ?? [])],
    beforeValidate: [...(collection.hooks?.beforeValidate ?? []), refuse],
  },
});
