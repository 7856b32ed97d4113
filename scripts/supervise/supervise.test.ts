import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startNode, type NodeProcess } from '../../.config/start-node.ts';

let dir: string;
let count = 0;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'chengxin-supervise-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

interface Deed {
  began: { turn: number; pid: number; deaths: { at: string; how: string }[] }[];
  said: string;
  code: number | null;
}

/** Runs a plan to its end; `on` is called for each line of the child. */
async function run(plan: string, on: (line: string, child: NodeProcess) => void = () => undefined): Promise<Deed> {
  const folder = 'scripts/supervise/testing';
  const child = startNode([`${folder}/drive.mjs`, `${folder}/child.mjs`, plan, join(dir, `state-${count++}`)]);
  let out = '';
  let said = '';
  child.stderr.on('data', (text: string) => (said += text));
  child.stdout.on('data', (text: string) => {
    out += text;
    for (const line of text.trim().split('\n')) on(line, child);
  });
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  const began = [...out.matchAll(/^began (\d+) (\d+) (.*)$/gm)].map(([, turn, pid, deaths]) => ({
    turn: Number(turn),
    pid: Number(pid),
    deaths: JSON.parse(deaths!) as { at: string; how: string }[],
  }));
  return { began, said, code };
}
const stopOnceUp = (line: string, child: NodeProcess) => {
  if (line === 'stays') child.kill('SIGTERM');
};

it('a product that was killed, aborted or hangs comes up again, is told why, and still stops cleanly', async () => {
  const { began, code, said } = await run('kill+,abort+,loop+,exit1+,stay+', stopOnceUp);
  expect(began).toHaveLength(5);
  expect(new Set(began.map(({ pid }) => pid)).size).toBe(5);
  const hows = began.at(-1)!.deaths.map(({ how }) => how);
  expect(hows).toEqual([
    expect.stringContaining('被强行结束'),
    expect.stringContaining('内存'),
    expect.stringContaining('没有回应'),
    expect.stringContaining('退出码 1'),
  ]);
  expect(said).toContain('自动重新启动');
  expect(code).toBe(0);
});

it('a sentence at the first start is not repeated, and its exit code stands', async () => {
  expect(await run('exit3')).toMatchObject({ code: 3, began: [{ turn: 0 }] });
  expect(await run('exit1')).toMatchObject({ code: 1, began: [{ turn: 0 }] });
  expect(await run('exit0')).toMatchObject({ code: 0, began: [{ turn: 0 }] });
});

it('one that crashes before it ever came up is tried three times, then given up with a sentence', async () => {
  const { began, code, said } = await run('kill,abort,kill,stay+');
  expect([began.length, code]).toEqual([3, 1]);
  expect(said).toContain('不再重试');
});

it('one that was up once is started again even when its database is away for a while', async () => {
  const { began } = await run('kill+,exit3,exit3,exit3,stay+', stopOnceUp);
  expect(began).toHaveLength(5);
});

it('when whoever keeps it up is killed, the product ends too', async () => {
  let pid = 0;
  await run('stay+', (line, child) => {
    pid ||= Number(/^began \d+ (\d+)/.exec(line)?.[1] ?? 0);
    if (line === 'stays') child.kill('SIGKILL');
  });
  const alive = () => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  while (alive()) await new Promise((done) => setTimeout(done, 20));
  expect(alive()).toBe(false);
});
