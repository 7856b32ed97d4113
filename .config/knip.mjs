/**
 * What nobody imports any more fails `npm run lint` (`.config/dead.mjs`): files, exported values and types, dependencies.
 * Looked at twice: with tests; and, with WITHOUT_TESTS, without them, where an export that only tests import counts as dead
 * unless its own file uses it too.
 */
const withoutTests = process.env.WITHOUT_TESTS === 'yes';

/** Programs: somebody starts them, nobody imports them. */
const programs = [
  'astro.config.mjs',
  'vitest.config.ts',
  'scripts/cli/{main,help,damaged,quick-imports}.ts',
  'scripts/bench/*.ts',
  'scripts/screens/take.ts',
  'scripts/siege/visitor.ts',
  '.config/{complete-lock,dead,eslint.config,knip,leash,new-migration,shipped-words}.mjs',
  '.config/{before-each-file,once-a-run,vitest.pages.config}.ts',
  'cms/payload.config.ts',
  'cms/next.config.mjs',
  'cms/app/**/*.{ts,tsx,js}',
  'cms/foreign/child.ts',
  'cms/**/run-*.ts',
];

/** Tests, and the programs that tests start. */
const tests = [
  '**/*.test.{ts,tsx}',
  'cms/audit/testing/rival.ts',
  'cms/foreign/testing/{misbehave,orphan}.ts',
  'cms/store/testing/rival.ts',
  'scripts/faults/testing/worker-process.ts',
  'scripts/logs/testing/talker.ts',
  'scripts/supervise/testing/{child,drive}.mjs',
  'scripts/testing/begun/next-start.ts',
  'scripts/testing/{mongod,shift-clock}.{ts,mjs}',
];

/** What exists for tests outside the folders `testing/`: contracts, samples, and the tables that tests hold the product to. */
const forTests = [
  '**/*.test.{ts,tsx}',
  '**/testing/**',
  '**/{conformance,*-conformance,samples}.ts',
  'scripts/e2e/**',
  '.config/**',
  'site/promises/**',
  'cms/access/endpoints.ts',
  'cms/texts/public-strings.ts',
];

export default {
  entry: withoutTests ? programs : [...programs, ...tests],
  project: [
    '**/*.{ts,tsx,mjs,mts,js,astro}',
    '!cms/.next/**',
    '!dist/**',
    '!data/**',
    ...(withoutTests ? forTests.map((path) => `!${path}`) : []),
  ],
  // Made by `npm run generate`.
  ignore: ['cms/payload-types.ts'],
  // Read as files or by `createRequire`: the font's slices, the dictionary, the accessibility checker that a browser runs.
  ignoreDependencies: ['@fontsource-variable/noto-sans-sc', 'jieba-wasm', 'axe-core'],
  ignoreExportsUsedInFile: withoutTests,
  // Only its own files are read; what it would start for its set-up is not needed.
  astro: { config: [], entry: ['site/pages/**/*.{astro,ts}'] },
  vitest: false,
};
