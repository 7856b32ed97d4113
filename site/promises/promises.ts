import { aboutPromises } from './about.ts';
import { outgoingPromises } from './outgoing.ts';
import type { PublicPromise } from './promise.ts';
import { storyPromises } from './stories.ts';

/**
 * Every promise of the public pages, and of what leaves the house by another way. Before a text may promise something new, it is entered here with what it rests on
 * and a test; `promises.test.ts` reads the texts' own words and finds what is not.
 */
export const promises: readonly PublicPromise[] = [...storyPromises, ...aboutPromises, ...outgoingPromises];
