import { join } from 'node:path';
import type { Config } from 'payload';

/** How the admin looks and which views of our own it has. */
export const adminConfig: NonNullable<Config['admin']> = {
  user: 'users',
  avatar: 'default',
  meta: { titleSuffix: ' · 诚信广元' },
  importMap: { baseDir: join(process.cwd(), 'cms'), importMapFile: join(process.cwd(), 'cms/app/(payload)/admin/importMap.js') },
};
