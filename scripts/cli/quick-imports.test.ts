import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';

const run = promisify(execFile);
const quick = new URL('quick-imports.ts', import.meta.url).href;
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'quick-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** What `entry` prints when it is loaded by Node alone, and with the short way. */
async function bothWays(entry: string): Promise<string[]> {
  const ask = async (args: string[]) =>
    (
      await run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args, entry], {
        cwd: dir,
        env: { NODE_ENV: 'test', PATH: process.env.PATH },
      }).catch((error: { stderr: string }) => ({ stdout: /ERR_\w+/.exec(error.stderr)?.[0] ?? error.stderr }))
    ).stdout.trim();
  return Promise.all([ask([]), ask(['--import', quick])]);
}
async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(dir, name, '..'), { recursive: true });
    await writeFile(join(dir, name), text);
  }
}

it.each<[string, Record<string, string>, string]>([
  [
    'files of a package of modules',
    {
      'node_modules/a/package.json': '{"type":"module","exports":"./index.js"}',
      'node_modules/a/index.js': "export { x } from './lib/x.js';",
      'node_modules/a/lib/x.js': 'export const x = import.meta.url.slice(-4);',
    },
    'x.js',
  ],
  [
    'a folder inside it that says otherwise',
    {
      'node_modules/a/package.json': '{"type":"module","exports":"./index.js"}',
      'node_modules/a/index.js': "import cjs from './cjs/x.js'; export const x = cjs.x;",
      'node_modules/a/cjs/package.json': '{"type":"commonjs"}',
      'node_modules/a/cjs/x.js': 'exports.x = typeof require;',
    },
    'function',
  ],
  [
    'a package of the old kind',
    {
      'node_modules/a/package.json': '{"exports":{"import":"./index.mjs"}}',
      'node_modules/a/index.mjs': "import cjs from './x.js'; export const x = cjs.x;",
      'node_modules/a/x.js': 'exports.x = typeof module;',
    },
    'object',
  ],
  [
    'one and the same file by two ways',
    {
      'node_modules/a/package.json': '{"type":"module","exports":"./index.js"}',
      'node_modules/a/index.js':
        "import { n } from './lib/x.js'; import { n as m } from './lib/../lib/x.js'; import * as y from './lib/y.js'; export const x = n === m && m === y.n;",
      'node_modules/a/lib/x.js': 'export const n = {};',
      'node_modules/a/lib/y.js': "export { n } from './x.js';",
    },
    'true',
  ],
  [
    'a file that is not there',
    {
      'node_modules/a/package.json': '{"type":"module","exports":"./index.js"}',
      'node_modules/a/index.js': "export { x } from './none.js';",
    },
    'ERR_MODULE_NOT_FOUND',
  ],
])('%s are found as Node finds them', async (_, files, expected) => {
  await write({ ...files, 'entry.mjs': "import { x } from 'a'; console.log(x);" });
  expect(await bothWays('entry.mjs')).toEqual([expected, expected]);
});

it('files of the project itself are left to Node', async () => {
  await write({
    'package.json': '{"type":"module"}',
    'x.js': 'export const x = 1;',
    'entry.js': "import { x } from './x.js'; console.log(x);",
  });
  expect(await bothWays('entry.js')).toEqual(['1', '1']);
  expect(pathToFileURL(dir).href).not.toContain('node_modules');
});
