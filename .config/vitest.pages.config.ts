import { getViteConfig } from 'astro/config';
import { within } from './patience.ts';
import { pageTests } from './share-a-process.ts';

/** Components and pages of the site, each rendered by itself: only Astro's own set-up can read `.astro` files. */
export default getViteConfig({
  root: process.cwd(),
  test: {
    name: 'pages',
    include: pageTests(),
    isolate: false,
    pool: 'forks',
    maxWorkers: 2,
    env: { TZ: 'Asia/Shanghai', NODE_ENV: 'test' },
    globalSetup: '.config/once-a-run.ts',
    setupFiles: ['.config/before-each-file.ts'],
    testTimeout: within(60_000),
    hookTimeout: within(180_000),
    sequence: { groupOrder: 0 },
  },
});
