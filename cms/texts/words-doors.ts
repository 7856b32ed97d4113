import { z } from 'zod';
import { listDoor } from '../columns/list-door.ts';
import { valueDoor } from '../columns/value-door.ts';
import { wordingSchema } from './wording.ts';

/** `public-texts.words` of a row: the words that the public reads of it. */
export const wordingDoor = valueDoor('words', { label: '公开的文字', schema: wordingSchema });

/** `public-texts.pages`: tags of the pages that show them. */
export const pagesDoor = listDoor('pages', { label: '显示在哪些网页', entry: z.string(), optional: true });
