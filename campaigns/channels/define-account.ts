import { z } from 'zod';
import { line, slug } from '../fields/fields.ts';

/** What the platform takes of one account; days and months by China's clock, an hour is any sixty minutes. */
const quotaRule = z.strictObject({
  per: z.enum(['hour', 'day', 'month'], { error: '只能是 hour、day 或 month' }),
  limit: z.number({ error: '要写数字' }).int('要写整数').positive('至少是 1'),
});

/** What the file of every account has beside its `type`: its id is the file's name. */
export const accountFields = { id: slug, name: line(12), quota: z.array(quotaRule).optional() };

/** An account of any kind. */
export interface AnyAccount {
  id: string;
  type: string;
  name: string;
}

/** Words about the fields of an account's file, by their path (`desk.name`); each field stands in one of the two lists. */
export interface AccountWords {
  /** What an account of this kind is called until somebody has agreed to its name. */
  kind: string;
  /** Fields that letters, sheets or the public record show: their words have a second person (docs/decisions/050). */
  shown: Readonly<Record<string, string>>;
  /** What stands there until somebody has agreed; a field without it is left out. */
  neutral: Readonly<Record<string, string>>;
  /** Fields that act at once, and what they are for. */
  machine: Readonly<Record<string, string>>;
}

/** What one kind of account is on paper: its file, and the words for it. Knows no network, so that forms may use it. */
export interface AccountKind<Schema extends z.ZodObject = z.ZodObject> {
  /** The `type` of its files. */
  type: string;
  /** `content/channels/<id>.yaml`. */
  schema: Schema;
  words: AccountWords;
  /** Where the story's summary stands in front of readers, and a push may say something of its own there; absent: nowhere. */
  lead?: { label: string; limit: number };
}

export const defineAccount = <Schema extends z.ZodObject>(kind: AccountKind<Schema>): AccountKind<Schema> => kind;
