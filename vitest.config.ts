import { defineConfig } from 'vitest/config';
import { measurePatience, within } from './.config/patience.ts';

// Measured here, once, before any worker loads the machine; workers find it in their environment.
measurePatience();

const shared = { env: { TZ: 'Asia/Shanghai', NODE_ENV: 'test' as const }, pool: 'forks' as const };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['.config/*.test.ts', '{site,cms,content,campaigns,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'scripts/e2e/*.test.ts', 'dist/**'],
          maxWorkers: 2,
          testTimeout: within(60_000),
          hookTimeout: within(180_000),
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Whole products with ports, databases and browsers of their own: one at a time, after everything else.
        test: {
          ...shared,
          name: 'chain',
          include: ['scripts/e2e/*.test.ts'],
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: within(300_000),
          hookTimeout: within(300_000),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
