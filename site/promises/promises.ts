import { aboutPromises } from './about.ts';
import type { PublicPromise } from './promise.ts';
import { storyPromises } from './stories.ts';

/**
 * Every promise of the public pages. Before a page may promise something new, it is entered here with what it rests on
 * and a test; `promises.test.ts` reads the pages' own words and finds what is not.
 */
export const promises: readonly PublicPromise[] = [...storyPromises, ...aboutPromises];
