import { totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './.config/longest-first.ts';
import { measurePatience, within } from './.config/patience.ts';
import { light, openBrowser, opensCms, pageTests } from './.config/share-a-process.ts';

// Measured here, once, before any worker loads the machine; workers find it in their environment.
measurePatience();
// What Node has compiled once it finds again: workers, and the hundred products and commands that tests start, begin in two thirds of the time.
process.env.NODE_COMPILE_CACHE ??= join(process.cwd(), '.cache/compile');

const globalSetup = '.config/once-a-run.ts';
// Workers load the CMS as commands of the product do.
const execArgv = ['--import', pathToFileURL('scripts/cli/quick-imports.ts').href];
const shared = {
  env: { TZ: 'Asia/Shanghai', NODE_ENV: 'test' as const },
  pool: 'forks' as const,
  globalSetup,
  execArgv,
};
/** A whole product and a browser take up to 2.5 GB. Two keep two cores busy; three were slower (1,421 s for all of them, 1,080 with two). */
const products = totalmem() > 7 * 2 ** 30 ? 2 : 1;

const shareable = opensCms();
const lightOnes = light();
const inBrowser = openBrowser();
const unit = {
  ...shared,
  exclude: ['**/node_modules/**', 'scripts/e2e/*.test.ts', 'dist/**'],
  maxWorkers: 2,
  testTimeout: within(60_000),
  hookTimeout: within(180_000),
  sequence: { groupOrder: 0 },
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // Files of one process share what they import: loading the CMS's libraries for each of them took half of the time.
        test: { ...unit, name: 'cms', include: shareable, isolate: false, setupFiles: ['.config/before-each-file.ts'] },
      },
      {
        test: {
          ...unit,
          name: 'light',
          include: lightOnes,
          isolate: false,
          setupFiles: ['.config/before-each-file.ts'],
        },
      },
      {
        test: {
          ...unit,
          name: 'browser',
          include: inBrowser,
          isolate: false,
          setupFiles: ['.config/before-each-file.ts'],
        },
      },
      {
        test: {
          ...unit,
          name: 'unit',
          include: ['.config/*.test.ts', '{site,cms,content,campaigns,scripts}/**/*.test.ts'],
          exclude: [...unit.exclude, ...shareable, ...lightOnes, ...inBrowser, ...pageTests()],
          setupFiles: ['.config/before-each-file.ts'],
        },
      },
      '.config/vitest.pages.config.ts',
      {
        // Whole products with ports, databases and browsers of their own, after everything else.
        test: {
          ...shared,
          name: 'chain',
          include: ['scripts/e2e/*.test.ts'],
          fileParallelism: products > 1,
          maxWorkers: products,
          testTimeout: within(300_000),
          hookTimeout: within(300_000),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
