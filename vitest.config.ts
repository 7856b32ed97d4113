import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{site,cms,content,campaigns,scripts}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'scripts/e2e/**', 'dist/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    env: { TZ: 'Asia/Shanghai', NODE_ENV: 'test' },
  },
});
