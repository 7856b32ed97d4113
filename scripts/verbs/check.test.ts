import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startNode } from '../../.config/start-node.ts';
import { createFiction } from '../../cms/testing/corpus/fiction.ts';

const id = createFiction(3).id();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
  await writeFile(join(folder, 'good.md'), '# 诚信\n\n守信的故事。');
  await writeFile(join(folder, 'bad.txt'), `第一行\n证号${id}，是个骗子`);
  await writeFile(join(folder, 'warn.txt'), '截止目前');
});

const run = (...words: string[]) =>
  new Promise<{ code: number | null; out: string }>((resolve) => {
    const child = startNode(['scripts/cli/main.ts', 'check', ...words], {
      env: { ...process.env, CALLED_FROM: folder },
      stderr: 'ignore',
    });
    let out = '';
    child.stdout.on('data', (part: string) => (out += part));
    child.on('close', (code) => resolve({ code, out }));
  });

describe('chengxin check', () => {
  it('prints one object a file and exits 1 when something blocks', async () => {
    const { code, out } = await run('good.md', 'bad.txt', 'none.txt', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      { file: 'good.md', blocked: false, findings: [] },
      {
        file: 'bad.txt',
        blocked: true,
        findings: [
          {
            rule: 'personal-data/citizen-id',
            level: 'block',
            at: '2:3',
            text: `${id.slice(0, 4)}${'*'.repeat(13)}${id.slice(-1)}`,
            mend: expect.any(String) as string,
          },
          {
            rule: 'insult/word',
            level: 'block',
            at: '2:24',
            text: expect.stringContaining('骗子') as string,
            mend: expect.any(String) as string,
          },
        ],
      },
      { file: 'none.txt', blocked: true, findings: [expect.objectContaining({ rule: 'unreadable/missing' })] },
    ]);
  });

  it('exits 0 when there is nothing, or only something to look at', async () => {
    expect(await run('good.md', 'warn.txt')).toMatchObject({
      code: 0,
      out: expect.stringContaining('请核对') as string,
    });
  });

  it('without a file says how it is used', async () => {
    expect((await run()).code).toBe(2);
  });
});
