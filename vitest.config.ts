import { defineConfig } from 'vitest/config';

const shared = { env: { TZ: 'Asia/Shanghai', NODE_ENV: 'test' as const }, pool: 'forks' as const };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{site,cms,content,campaigns,scripts}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'scripts/e2e/*.test.ts', 'dist/**'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 180_000,
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
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
