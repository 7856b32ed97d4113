import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { Lane } from './lane.ts';
import { readApart } from './read-apart.ts';
import { misbehave } from './testing/misbehave.ts';
import { within } from '../../.config/patience.ts';
import { startNode } from '../../.config/start-node.ts';

const say = async (how: string) => (await readApart(misbehave, { how })).said;
const isGone = (pid: number): boolean => {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
};
const parent = (how: string) => startNode(['cms/foreign/testing/orphan.ts', how], { stderr: 'inherit' });
const short = { ...misbehave, limits: { ...misbehave.limits, wallSeconds: 2 } };

describe('a process apart', () => {
  it('stays warm: one process answers one after another', async () => {
    expect(await say('pid')).toBe(await say('pid'));
  });

  it.each([
    ['abort', 'died', '出错退出'],
    ['exit', 'died', '出错退出'],
    ['reject', 'died', '出错退出'],
    ['spin', 'time', '读不完'],
    ['fill', 'memory', '内存大得不正常'],
    ['throw', 'failed', '读不出来'],
    ['lie', 'failed', '读不出来'],
    // Whichever comes first: the small heap ends it, or the watch does.
    ['heap', expect.stringMatching(/^(?:died|memory)$/), '请'],
  ])('that does %s is one sentence, and the next file is read', async (how, reason, sentence) => {
    await expect(say(how)).rejects.toMatchObject({
      name: 'ForeignRefused',
      reason,
      message: expect.stringContaining(sentence),
    });
    expect(await say('well')).toBe('well');
  });

  it('that hangs without working is ended by the clock', async () => {
    await expect(readApart(short, { how: 'hang' })).rejects.toMatchObject({ reason: 'time' });
    expect(await say('well')).toBe('well');
  });

  it('knows no secret, writes nothing, and reads nothing outside the program', async () => {
    expect(await say('env')).toBe(
      'NODE_CHANNEL_FD NODE_CHANNEL_SERIALIZATION_MODE NODE_ENV PATH TZ'
        .split(' ')
        .filter((name) => !name.startsWith('NODE_CHANNEL'))
        .join(' '),
    );
    for (const how of ['write', 'read'])
      await expect(say(how)).rejects.toMatchObject({
        reason: 'failed',
        cause: expect.stringContaining('Access to this API has been restricted'),
      });
  });

  it('an innocent file behind one that broke the process is read by a fresh one', async () => {
    const lane = new Lane();
    const ask = (how: string) => lane.run(misbehave.module, { how }, misbehave.limits);
    const first = (await ask('pid')) as { said: string };
    // Dies at its second file, whatever that is: the process is to blame until a fresh one has died too.
    process.kill(Number(first.said), 'SIGSTOP');
    const second = ask('pid') as Promise<{ said: string }>;
    process.kill(Number(first.said), 'SIGKILL');
    expect((await second).said).not.toBe(first.said);
    lane.close();
  });

  it('does one thing at a time, in order, and says so when too many wait', async () => {
    const lane = new Lane();
    const all = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) => lane.run(misbehave.module, { how: `n${n}` }, misbehave.limits)),
    );
    const done = all.filter(({ status }) => status === 'fulfilled');
    expect(done.length).toBe(40);
    expect(
      all
        .filter(({ status }) => status === 'rejected')
        .every((one) => (one as PromiseRejectedResult).reason.reason === 'busy'),
    ).toBe(true);
    lane.close();
  });

  it('keeps no command from ending', async () => {
    const command = parent('end');
    const [code] = (await once(command, 'exit')) as [number | null];
    expect(code).toBe(0);
  });

  it('ends with a parent that was killed, also in the middle of an endless file', async () => {
    const command = parent('spin');
    const [line] = (await once(command.stdout, 'data')) as [string];
    const pid = Number(line);
    expect(isGone(pid)).toBe(false);
    command.kill('SIGKILL');
    await vi.waitUntil(() => isGone(pid), { timeout: within(50_000), interval: 100 });
  });
});
