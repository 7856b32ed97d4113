import { expect, it } from 'vitest';
import { startNode } from '../../.config/start-node.ts';

/** What a process that says everything leaves on its two streams. */
async function said(format: 'text' | 'json', end = ''): Promise<{ out: string; log: string; code: number | null }> {
  const child = startNode(['--disable-warning=ExperimentalWarning', 'scripts/logs/testing/talker.ts', format, end], {
    env: { PATH: process.env.PATH, WECHAT_APP_SECRET: 'planted-secret-env' },
  });
  let [out, log] = ['', ''];
  child.stdout.on('data', (text: string) => (out += text));
  child.stderr.on('data', (text: string) => (log += text));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { out, log, code };
}
const events = (log: string) =>
  log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it.each(['text', 'json'] as const)(
  '%s: nothing that was planted is in the log, and stdout is as it was',
  async (format) => {
    const { out, log } = await said(format);
    expect(out).toBe('ready\n');
    expect(log).not.toMatch(/planted|11010519491231002X|13908120001/);
    expect(log).toContain('[已隐去]');
    expect(log).toContain('分两次写的1390******1，汉字');
    expect(log).toContain('没有换行的最后一句');
  },
);

it('text: lines stay as people know them', async () => {
  expect((await said('text')).log).toMatch(/^ {2}\[推送\] \[已隐去\]，\[已隐去\] 到期\n/);
});

it('json: every line is an event with time, level, sentence and process; who speaks and what went wrong are fields', async () => {
  const { log } = await said('json');
  const all = events(log);
  for (const one of all)
    expect(one).toMatchObject({
      level: expect.stringMatching(/^(info|warn|error|fatal)$/),
      msg: expect.any(String),
      pid: expect.any(Number),
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  expect(all[0]).toMatchObject({ level: 'info', part: '推送', msg: '[已隐去]，[已隐去] 到期' });
  expect(all.find(({ part }) => part === 'CMS')).toMatchObject({
    level: 'error',
    msg: '请打1390******1',
    req: { headers: '[已隐去]', user: { password: '[已隐去]' } },
    err: { message: '身份证1101*************X，access_token=[已隐去]' },
  });
  expect(all.find(({ part }) => part === 'Node')).toMatchObject({ level: 'warn' });
  expect(all.find(({ msg }) => String(msg).includes('连不上'))).toMatchObject({
    level: 'error',
    detail: expect.stringContaining('    at '),
  });
});

it.each(['text', 'json'] as const)(
  '%s: what nobody catches is told as everything else is, with its cause, and the process ends as it would',
  async (format) => {
    const { code, log } = await said(format, 'throw');
    expect(code).toBe(1);
    expect(log).not.toMatch(/planted|13908120001/);
    for (const part of ['程序内部出错：', '没有人接住 [已隐去]', '打了1390******1']) expect(log).toContain(part);
    if (format === 'json')
      expect(events(log).find(({ level }) => level === 'fatal')).toMatchObject({
        msg: '程序内部出错：没有人接住 [已隐去]',
        detail: expect.stringContaining('talker.ts'),
      });
    expect((await said(format, 'nothing')).code).toBe(1);
  },
);
