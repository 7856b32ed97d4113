import astro from 'eslint-plugin-astro';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';
import { doorsWithCasts, noBareJson, noBlindCasts } from './blind-casts.mjs';
import { floorRule } from './floors.mjs';
import {
  clockFiles,
  clockRooms,
  environmentFiles,
  environmentRooms,
  noLooseEnvironment,
  noLooseTime,
} from './one-place.mjs';
import { patientTests, testFiles } from './patient-tests.mjs';

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

/** Names that Node and the web give UTF-16 as an encoding of buffers. */
const wide = '/^(utf-?16(-?le)?|ucs-?2)$/i';
/**
 * UTF-16 of foreign bytes is read by `cms/foreign/utf16.ts` alone: `Buffer.toString('utf16le')` on a slice at an odd address
 * writes past the end of Node's memory (nodejs/node#64697), and one photograph ended the product. Making bytes from a text
 * (`Buffer.from(text, 'utf16le')`) and `TextDecoder` are harmless; an encoding in a variable cannot be seen through here.
 */
const noWideSlices = [
  {
    selector: `Literal[value=${wide}]:not(CallExpression[callee.object.name='Buffer'][callee.property.name='from'] > Literal):not(NewExpression[callee.name='TextDecoder'] > Literal)`,
    message: '不许这样读 UTF-16：Node 24 会写坏内存。请用 cms/foreign/utf16.ts。',
  },
  {
    selector: `CallExpression[callee.property.name=/^(utf16leSlice|ucs2Slice|utf16leWrite|ucs2Write)$/]`,
    message: '不许这样读写 UTF-16：请用 cms/foreign/utf16.ts。',
  },
  {
    selector: `CallExpression[callee.property.name=/^(toString|toLocaleString)$/] > :matches(Identifier, MemberExpression, ConditionalExpression, TemplateLiteral)[name=/enc|charset|coding|utf/i]`,
    message: '编码不许放在变量里交给 toString：请写明编码；UTF-16 用 cms/foreign/utf16.ts。',
  },
];

/**
 * Character references are read and written by `entities` (docs/decisions/055): whoever spells `&amp;` in code writes an escaper or
 * a decoder of his own, which knows five names of 2,231. In tests they are what is expected.
 */
const noOwnEntities = [
  {
    selector:
      'Literal[value=/^&(?:amp|lt|gt|quot|apos|nbsp|#\\d+|#x[0-9a-f]+);?$/i]:not(CallExpression[callee.object.callee.name="escapeUTF8"] > Literal)',
    message: '不许自己转义或还原字符：请用 entities（escapeUTF8、decodeHTML、decodeXML …）。',
  },
];

/** SQLite has one door, and its live file is never touched as a file: closing any descriptor drops all its locks (docs/decisions/025). */
const fileCalls = '/^(copyFile|cp|readFile|open|createReadStream|writeFile|appendFile|truncate)(Sync)?$/';
const databaseNames = '/^(sqliteFile|databaseFile)$/';
const noLooseSqlite = [
  {
    selector: "ImportDeclaration[source.value='node:sqlite'][importKind!='type']",
    message: '请用 cms/sqlite/open-database.ts 打开 SQLite 文件：别的门会丢掉正开着的数据库的锁。',
  },
  ...[
    `Identifier[name=${databaseNames}]`,
    `MemberExpression[property.name=${databaseNames}]`,
    'Literal[value=/\\.db$/]',
    'TemplateElement[value.raw=/\\.db$/]',
  ].map((what) => ({
    selector: `CallExpression[callee.name=${fileCalls}] ${what}`,
    message: '不许把数据库当普通文件读写：复制用 cms/sqlite/copy-database.ts。',
  })),
];

/** Rules of our own; ESLint's own rule under other names, so that one list does not take the other's place. */
const restricted = builtinRules.get('no-restricted-syntax');
const house = { rules: { floors: floorRule, clock: restricted, environment: restricted } };
/** Each of them an argument: beyond about a hundred thousand there is no room, and it throws (RangeError). */
const noSpreadArguments = [
  {
    selector: 'CallExpression[callee.property.name=/^(push|unshift)$/] > SpreadElement',
    message: '多少都要装得下：用 campaigns/lists/append.ts。',
  },
  {
    selector: "CallExpression[callee.object.name='Math'] > SpreadElement",
    message: '多少都要装得下：用 campaigns/lists/least.ts，或者 reduce。',
  },
];
const tests = ['**/*.test.{ts,tsx}', '**/testing/**', '**/conformance.ts'];

export default [
  {
    ignores: [
      '**/node_modules/**',
      'dist/**',
      'data/**',
      '.astro/**',
      '.cache/**',
      'cms/.next/**',
      'cms/next-env.d.ts',
      'cms/app/**/importMap.js',
      'cms/payload-types.ts',
      'cms/migrations/**',
    ],
  },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...noWideSlices, ...noLooseSqlite],
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.{ts,tsx,astro}'],
    ignores: ['**/*.test.ts', '**/testing/**', '**/samples.ts'],
    plugins: { own: { rules: { entities: builtinRules.get('no-restricted-syntax') } } },
    rules: { 'own/entities': ['error', ...noOwnEntities] },
  },
  {
    files: ['{campaigns,cms,site,scripts}/**/*.{ts,tsx,astro}'],
    ignores: [...testFiles, 'scripts/{bench,faults,e2e}/**'],
    plugins: { lists: { rules: { room: builtinRules.get('no-restricted-syntax') } } },
    rules: { 'lists/room': ['error', ...noSpreadArguments] },
  },
  // ESLint's own rule under a second name: one list does not take the other's place.
  {
    files: testFiles,
    plugins: { tests: { rules: { patience: builtinRules.get('no-restricted-syntax') } } },
    rules: { 'tests/patience': ['error', ...patientTests] },
  },
  // Under names of their own for the same reason. Tests make up rows that no database would give.
  {
    plugins: {
      casts: {
        rules: { blind: builtinRules.get('no-restricted-syntax'), json: builtinRules.get('no-restricted-syntax') },
      },
    },
  },
  {
    files: ['{campaigns,cms,content,site,scripts}/**/*.{ts,tsx,astro}'],
    ignores: [...testFiles, ...Object.keys(doorsWithCasts)],
    rules: { 'casts/blind': ['error', ...noBlindCasts] },
  },
  {
    files: ['cms/**/*.{ts,tsx}'],
    ignores: [...testFiles, 'cms/columns/json-column.ts'],
    rules: { 'casts/json': ['error', ...noBareJson] },
  },
  // The door itself; and tests that spoil files which nobody has open.
  {
    files: [
      'cms/sqlite/**/*.ts',
      'scripts/installation/sound.test.ts',
      'scripts/settings/private.test.ts',
      'scripts/backup/move-in.test.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...noWideSlices] },
  },
  { files: ['cms/**/*.{ts,tsx}', 'site/**/*.{ts,astro}'], plugins: { house }, rules: { 'house/floors': 'error' } },
  {
    files: clockRooms,
    ignores: [...Object.keys(clockFiles), ...tests],
    plugins: { house },
    rules: { 'house/clock': ['error', ...noLooseTime] },
  },
  {
    files: environmentRooms,
    ignores: [...Object.keys(environmentFiles), ...tests],
    plugins: { house },
    rules: { 'house/environment': ['error', ...noLooseEnvironment] },
  },
  room(['campaigns/**/*.ts'], ['cms', 'site', 'scripts'], ['payload', '@payloadcms', 'next', 'astro']),
  // What is written down asks neither people nor the engine (docs/decisions/053); tests look in from outside.
  {
    ...room(
      ['campaigns/outbox/journal/**/*.ts', 'campaigns/planner/**/*.ts'],
      ['cms', 'site', 'scripts', 'hands', 'engine'],
      ['payload', '@payloadcms', 'next', 'astro'],
    ),
    ignores: ['**/*.test.ts'],
  },
  room(['cms/**/*.{ts,tsx}'], ['site', 'scripts'], ['astro']),
  room(['site/**/*.{ts,astro}'], ['campaigns', 'scripts'], ['payload', '@payloadcms', 'next']),
];
