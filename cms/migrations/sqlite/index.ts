import * as first from './0001_first.ts';

/** Every migration, oldest first. New ones come from `.config/new-migration.mjs`. */
export const migrations = [{ name: '0001_first', up: first.up, down: first.down }];
