import { createHash } from 'node:crypto';
import type { Correction } from '../channel.ts';

/** What a notice is called in its folder, its letter and its receipt: `撤稿`, or one name per correction. */
export const noticeName = (correction: Correction | null): string =>
  correction === null
    ? '撤稿'
    : `更正-${createHash('sha256')
        .update(JSON.stringify([correction.wrong, correction.right]))
        .digest('hex')
        .slice(0, 8)}`;
