import type { Settings } from '../settings/settings.ts';

/** Whether the data lie in MongoDB, which has a server and tools of its own, or in one SQLite file. */
export const isMongo = ({ DATABASE_URL }: Pick<Settings, 'DATABASE_URL'>): boolean =>
  DATABASE_URL?.startsWith('mongodb') ?? false;
