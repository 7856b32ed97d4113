import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Arrows point one way: content ← campaigns ← cms ← site ← scripts (docs/decisions/001). */
const room = (files, rooms, packages = []) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...rooms.map((r) => ({ group: [`**/${r}/**`], message: `这里不许引用 ${r}/：箭头只朝一个方向。` })),
          ...packages.map((p) => ({ group: [p, `${p}/*`], message: `这里不许引用 ${p}。` })),
        ],
      },
    ],
  },
});

export default [
  {
    ignores: ['**/node_modules/**', 'dist/**', 'data/**', '.astro/**', '.cache/**', 'cms/.next/**', 'cms/next-env.d.ts',
      'cms/app/**/importMap.js', 'cms/payload-types.ts', 'cms/migrations/**'],
  },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  room(['campaigns/**/*.ts'], ['cms', 'site', 'scripts'], ['payload', '@payloadcms', 'next', 'astro']),
  room(['cms/**/*.{ts,tsx}'], ['site', 'scripts'], ['astro']),
  room(['site/**/*.{ts,astro}'], ['campaigns', 'scripts', 'cms/store', 'cms/collections', 'cms/review', 'cms/admin'], ['payload', '@payloadcms', 'next']),
];
