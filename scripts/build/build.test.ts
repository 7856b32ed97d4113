import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { startNode } from '../../.config/start-node.ts';

const root = process.cwd();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chengxin-build-'));
  await mkdir(join(folder, 'src'));
  await writeFile(join(folder, 'src/a.ts'), '1');
  // A tool that leaves half its output at once, and the rest when it is let go on.
  await writeFile(
    join(folder, 'tool.mjs'),
    `
    import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
    mkdirSync('out', { recursive: true });
    writeFileSync('out/BUILD_ID', 'half');
    appendFileSync('runs', 'x');
    const timer = setInterval(() => { if (existsSync('go')) { writeFileSync('out/BUILD_ID', 'whole'); clearInterval(timer); } }, 20);
  `,
  );
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

/** A process that builds that one part there. */
function build() {
  const part = { name: 'part', title: '构建', sources: ['src'], output: 'out', command: ['tool.mjs'] };
  const program = `import { buildAll } from ${JSON.stringify(join(root, 'scripts/build/build.ts'))}; await buildAll(false, undefined, [${JSON.stringify(part)}]);`;
  return startNode(['--input-type=module', '-e', program], { cwd: folder, stderr: 'ignore' });
}
const runs = async () => (await readFile(join(folder, 'runs'), 'utf8').catch(() => '')).length;
async function until(what: () => Promise<boolean>) {
  while (!(await what())) await new Promise((done) => setTimeout(done, 20));
}

it(
  'a build that was killed is made again, and its tool does not go on beside the new one',
  async () => {
    const first = build();
    await until(async () => (await runs()) === 1);
    await until(async () => (await readFile(join(folder, '.cache/part.building'), 'utf8').catch(() => '')) !== '');
    const tool = Number(await readFile(join(folder, '.cache/part.building'), 'utf8'));
    const gone = once(first, 'exit');
    first.kill('SIGKILL');
    await gone;
    const second = build();
    await until(async () => (await runs()) === 2);
    if (process.platform === 'linux')
      expect((await readFile(`/proc/${tool}/stat`, 'utf8').catch(() => ') Z')).split(') ')[1]?.[0]).toBe('Z');
    await writeFile(join(folder, 'go'), '');
    expect(await once(second, 'exit')).toEqual([0, null]);
    expect(await readFile(join(folder, 'out/BUILD_ID'), 'utf8')).toBe('whole');
    expect(await once(build(), 'exit')).toEqual([0, null]);
    expect(await runs()).toBe(2);
  },
  within(30_000),
);

it(
  'two that build at once build once',
  async () => {
    const both = [build(), build()].map((child) => once(child, 'exit'));
    await until(async () => (await runs()) > 0);
    await writeFile(join(folder, 'go'), '');
    expect(await Promise.all(both)).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(await runs()).toBe(1);
  },
  within(30_000),
);
