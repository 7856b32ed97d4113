import { idNumbersIn } from './refuse-id-numbers.ts';

/**
 * The sentence that refuses a remark with an ID number in it; null when there is none. For what people write outside
 * forms: opinions, public reasons of a withdrawal, passages of a correction.
 * @param said what each text is called, and the text
 */
export function saidNumber(said: Readonly<Record<string, string | undefined>>): string | null {
  const texts = Object.entries(said).flatMap(([field, text]) =>
    text ? [{ path: field, field, text, at: () => field }] : [],
  );
  const found = idNumbersIn(texts)[0];
  return found ? `${found.label}里有完整的身份证件号码，没有记下：请换一种说法，不要写出号码。` : null;
}
