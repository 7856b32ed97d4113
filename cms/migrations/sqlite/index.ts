import * as first from './0001_first.ts';

/** Every migration, oldest first. A new one is added here by hand: the generated list does not run on Node as it is. */
export const migrations = [{ name: '0001_first', up: first.up, down: first.down }];
