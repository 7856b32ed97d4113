import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const testsIn = (room: string): string[] =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
    .map((name) => join(room, name));
const text = (file: string): string => readFileSync(file, 'utf8');
/** PDF libraries keep a world of their own: three such files failed in a process that had read many others. */
const isPdf = (file: string): boolean => /pdf|print-pack/i.test(text(file));

/** Starts whole products: `chain` runs it. */
const isWhole = (file: string): boolean => /^scripts\/e2e\/[^/]*$/.test(file);

/** Replaces modules, globals or the folder for itself: such a file has a process of its own. */
const isAlone = (file: string): boolean =>
  /vi\.(?:mock|doMock|stubGlobal|spyOn)\(|process\.chdir|brokenContent/.test(text(file));

/** Test files that open a whole CMS and nothing else with a world of its own: what they import is loaded once instead of a hundred times. */
export const opensCms = (): string[] =>
  ['cms', 'scripts']
    .flatMap(testsIn)
    .filter((file) => /testCms\(|openMongod\(/.test(text(file)) && !isAlone(file) && !isPdf(file) && !isWhole(file));

/** Test files of the desk's pages that open a browser's window: React looks once, when it is loaded, whether there is one. */
export const openBrowser = (): string[] =>
  testsIn('cms/admin').filter((file) => /open(?:Browser|Saved)\(/.test(text(file)));

/** Test files that render components or pages of the site (`site/testing/render.ts`, `part.ts`): they need Astro's own set-up. */
export const pageTests = (): string[] =>
  testsIn('site').filter((file) => /from '[./]*testing\/(?:render|part)\.ts'/.test(text(file)));

const rooms = ['.config', 'content', 'campaigns', 'site', 'cms', 'scripts'];

/**
 * Test files that open no CMS and may share a process: none replaces modules or globals for itself, or asks what the whole
 * process remembers. Most of their time was the beginning of a process for each file.
 */
export const light = (): string[] =>
  rooms
    .flatMap(testsIn)
    .filter(
      (file) =>
        !/testCms\(|openCms\(|open(?:Browser|Saved|Mongod)\(|testing\/(?:render|part)\.ts/.test(text(file)) &&
        !isAlone(file) &&
        !isPdf(file),
    );
