import type { Loop } from './loop-kit.ts';
import { copyLoops } from './loops-of-copies.ts';
import { honourLoops } from './loops-of-honours.ts';
import { nightLoops } from './loops-of-the-night.ts';

/** Every loop over rows of the minute and of the night that has no broken row of its own elsewhere (`poison.test.ts`). */
export const loops: readonly Loop[] = [...honourLoops, ...nightLoops, ...copyLoops];
