import type { Story } from '../payload-types.ts';
import type { RichText } from './node.ts';

/**
 * A text as the rows' types have it: the editor's own nodes say less than those types ask, and its collections check the
 * nodes themselves when they are saved. The way back is `isRichText`.
 */
export const storedText = (text: RichText): NonNullable<Story['body']> => text as unknown as NonNullable<Story['body']>;
