import { z } from 'zod';

// C0 controls and lone surrogates are the only characters JSON.stringify writes as \uXXXX,
// and WeChat stores such escapes literally (channels.md §1 Draft).
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** JSON text in raw UTF-8, never with `\uXXXX` escapes. Control characters are dropped. */
export function rawJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'string' ? item.replace(controls, '').toWellFormed() : item,
  );
}

/** Parses JSON; whole numbers too long for a double (platform ids) come back as strings. @throws SyntaxError */
export function parseJson(text: string): unknown {
  return JSON.parse(text, function (this: unknown, _key: string, value: unknown, context?: { source?: string }) {
    const exact = typeof value !== 'number' || Number.isSafeInteger(value) || !/^-?\d+$/.test(context?.source ?? '');
    return exact ? value : context?.source;
  });
}

/** A whole number in an answer, written as a number or in words. Whatever is empty, yes or no is no number, and never 0. */
export const wholeNumber = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);
