import type { Progress } from '../../../ports/delivery.ts';

/** A JSON column as the database gives it. */
export type Bag = Readonly<Record<string, unknown>>;

/** Keys of the columns `progress` that are the outbox's own; everything else in there is a channel's note. */
const own: ReadonlySet<string> = new Set([
  'begun',
  'resultAfter',
  'resultExternalId',
  'resultUrl',
  'resultReference',
  'receipt',
  'storyReceipt',
  'resumedAt',
  'superseded',
  'goneLater',
  'orderId',
  'orderKind',
  'orderReason',
  'orderAt',
  'orderDeadline',
  'orderWrong',
  'orderRight',
]);

/** @throws RangeError (Chinese) for what is no object; nothing at all is an empty one */
export function bagOf(value: unknown): Bag {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new RangeError('进度不是一组键和值');
  return Object.fromEntries(Object.entries(value));
}

/**
 * A channel's notes out of a column.
 * @throws RangeError (Chinese) for a note that is neither a text, a number, yes or no, nor nothing
 */
export function notesIn(bag: Bag): Progress {
  const notes: [string, Progress[string]][] = [];
  for (const [key, value] of Object.entries(bag)) if (!own.has(key)) notes.push([key, plain(key, value)]);
  return Object.fromEntries(notes);
}

function plain(key: string, value: unknown): Progress[string] {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new RangeError(`进度“${short(key)}”不是文字、数字或是非`);
}

/**
 * A channel's notes on their way into a column.
 * @throws Error when a channel uses a word of the outbox (a programming error): it would be read as the outbox's
 */
export function notesOut(notes: Progress): Progress {
  const taken = Object.keys(notes).find((key) => own.has(key));
  if (taken !== undefined) throw new Error(`渠道不能用“${taken}”作记号：这是推送自己的词。`);
  return notes;
}

/** @throws RangeError (Chinese) for what is there and no text */
export function textIn(bag: Bag, key: string): string | null {
  const value = bag[key] ?? null;
  if (value === null || typeof value === 'string') return value;
  throw new RangeError(`“${key}”不是文字`);
}

/** @throws RangeError (Chinese) for what is there and no number */
export function numberIn(bag: Bag, key: string): number | null {
  const value = bag[key] ?? null;
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value;
  throw new RangeError(`“${key}”不是数字`);
}

/** An instant kept as epoch milliseconds. @throws RangeError (Chinese) for what is there and none */
export function instantIn(bag: Bag, key: string): Date | null {
  const ms = numberIn(bag, key);
  if (ms === null) return null;
  const at = new Date(ms);
  if (Number.isNaN(at.getTime())) throw new RangeError(`“${key}”不是时间`);
  return at;
}

/** One of a list of words. @throws RangeError (Chinese) for any other */
export function wordIn<T extends string>(value: unknown, words: readonly T[], what: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined)
    throw new RangeError(`${what}“${typeof value === 'object' ? '……' : short(String(value))}”不认识`);
  return found;
}

/** Of what a row holds, so much as a sentence can carry. */
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}……` : text);
