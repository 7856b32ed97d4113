import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Test files of `cms/` that open a whole CMS and nothing else with a world of its own (PDF libraries keep one): they may share
 * a process, and what they import is loaded once instead of a hundred times.
 */
export const opensCms = (): string[] => readdirSync('cms', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
  .map((name) => join('cms', name))
  .filter((file) => {
    const text = readFileSync(file, 'utf8');
    return text.includes('testCms(') && !/pdf|print-pack/i.test(text);
  });
