import { z } from 'zod';

const word = z.string().trim().min(1, '是空的，请填上').max(60, '太长，一个词条最多60个字');

/** One wrong expression and the right one. */
export const entrySchema = z.strictObject({
  /** Literal; full-width forms, blanks and markup between the characters are seen through. */
  wrong: word,
  /** '' when there is nothing to put instead. */
  right: z.string().trim().max(120).default(''),
  why: z.string().trim().min(1, '没有写，请说明为什么错'),
  level: z.enum(['block', 'warn']),
  /** Longer phrases with the expression in them that are right. */
  allow: z.array(word).default([]),
  /** The expression may be explained: in quotation marks after 所谓、俗称 and the like it passes. */
  quotable: z.boolean().default(false),
});

/** A word list with what an inspector asks for first: whose it is, and of when. */
export const lexiconSchema = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '只能用小写字母、数字和短横线'),
  title: z.string().min(1),
  /** First part of the rule's name; `insult` for words that hurt a person, else `wording`. */
  group: z.enum(['insult', 'wording', 'ai-mark']),
  edition: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '要写成“2026-11-16”这样的日期'),
  owner: z.string().min(1),
  source: z.string().min(1),
  confidence: z.number().min(0).max(1),
  entries: z.array(entrySchema).min(1),
});

export type LexiconEntry = z.output<typeof entrySchema>;
export type Lexicon = z.output<typeof lexiconSchema>;
