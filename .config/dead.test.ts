import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { startNode } from './start-node.ts';

/** A small house with the same rooms, looked at by the same rules. @returns what lint says, and its exit code */
async function looked(files: Record<string, string>): Promise<{ said: string; code: number | null }> {
  const house = await mkdtemp(join(tmpdir(), 'chengxin-dead-'));
  const whole: Record<string, string> = {
    'package.json': '{ "name": "house", "type": "module" }',
    'scripts/cli/main.ts': "import { used } from '../used.ts';\nconsole.log(used);\n",
    ...files,
  };
  for (const [path, text] of Object.entries(whole)) {
    await mkdir(join(house, dirname(path)), { recursive: true });
    await writeFile(join(house, path), text);
  }
  await mkdir(join(house, '.config'), { recursive: true });
  for (const name of ['dead.mjs', 'knip.mjs']) await cp(`.config/${name}`, join(house, '.config', name));
  await symlink(join(process.cwd(), 'node_modules'), join(house, 'node_modules'));
  const child = startNode(['.config/dead.mjs'], { cwd: house, stderr: 'ignore' });
  let said = '';
  child.stdout.on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { said, code };
}

const used = 'export const used = 1;\n';
const test = "import { inside, used } from './used.ts';\nif (used !== inside) throw new Error('x');\n";

it('nothing dead: lint is silent', async () => {
  const tested = 'const inner = (): number => inside;\nexport const inside = 1;\nexport const used = inner();\n';
  expect(await looked({ 'scripts/used.ts': tested, 'scripts/used.test.ts': test })).toEqual({ said: '', code: 0 });
});

it.each([
  ['a value that nobody imports', { 'scripts/used.ts': `${used}export const forgotten = 2;\n` }, 'forgotten'],
  [
    'a type that nobody imports',
    { 'scripts/used.ts': `${used}export interface Forgotten { a: string }\n` },
    'Forgotten',
  ],
  ['a file that nobody imports', { 'scripts/used.ts': used, 'scripts/forgotten.ts': used }, 'scripts/forgotten.ts'],
  [
    'a value that only a test imports',
    { 'scripts/used.ts': `${used}export const inside = 1;\n`, 'scripts/used.test.ts': test },
    'inside',
  ],
] as const)('%s fails lint and is named', async (_, files, name) => {
  const { said, code } = await looked(files);
  expect(said).toContain(name);
  expect(code).not.toBe(0);
});
