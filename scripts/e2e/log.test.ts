import { afterAll, beforeAll, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { emptyInstallation, eventually, startProduct, type Environment, type Running } from './product.ts';

let place: Environment;
let product: Running | null = null;
beforeAll(async () => {
  // Secrets of every kind that the environment can hold; nothing is sent anywhere with them.
  place = await emptyInstallation({
    WECHAT_APP_SECRET: 'planted-app-secret', WEIBO_ACCESS_TOKEN: 'planted-weibo-token', PAYLOAD_SECRET: 'planted-payload-secret', METRICS_TOKEN: 'planted-metrics-token',
    SMTP_URL: 'smtp://cx:planted-mail@127.0.0.1:9', MAIL_FROM: 'cx@example.gov.cn', ALARM_WEBHOOK_URL: 'http://127.0.0.1:9/?key=planted-robot-key',
  });
}, within(60_000));
afterAll(async () => {
  await product?.stop();
  await place.drop();
});

const start = async (env: Record<string, string>) => (product = await startProduct({ ...place.env, ...env }));
const logOf = ({ output }: Running) => output().split('\n').filter((line) => line !== '' && !line.startsWith('ready '));

it('as JSON: every line of the started product is an event, its first log-in and its secrets are in none', async () => {
  const running = await start({ LOG_FORMAT: 'json' });
  // What the CMS, Next and our own doors say of somebody who tries.
  const tried = await fetch(`${running.admin.replace(/\/admin$/, '')}/api/users/login`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: 'JWT planted-header', cookie: 'payload-token=planted-cookie' }, body: '{"email":"planted-person@example.gov.cn","password":"planted-password"',
  });
  expect(tried.status).toBeGreaterThanOrEqual(400);
  expect(await running.stop()).toBe(0);
  product = null;
  const events = logOf(running).map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const event of events) expect(event).toMatchObject({ time: expect.any(String), level: expect.stringMatching(/^(info|warn|error)$/), msg: expect.any(String), pid: expect.any(Number) });
  const sentences = events.map(({ msg }) => msg).join('\n');
  expect(sentences).toContain('编辑后台');
  expect(sentences).toContain('已停止。');
  expect(sentences).toContain('日志里不写密码');
  expect(running.output()).not.toMatch(/planted|一次性密码/);
}, within(1_800_000));

it('for people: the same sentences as ever, in Chinese; a process that dies is told of in the same log', async () => {
  const running = await start({ LOG_FORMAT: '' });
  expect(logOf(running)).toContain('  按 Ctrl-C 停止');
  expect(running.output()).not.toMatch(/planted|"level":"/);
  expect(await running.stop()).toBe(0);
  product = null;
}, within(900_000));

it('as JSON: what makes a start impossible is an event as well', async () => {
  const failed = startProduct({ ...place.env, LOG_FORMAT: 'json', ALARM_UNKNOWN_MINUTES: '1' });
  const said = await eventually('the end', () => failed.then(() => null, (error: unknown) => String(error)), 300_000);
  const line = said.split('\n').find((one) => one.startsWith('{')) ?? '';
  expect(JSON.parse(line)).toMatchObject({ level: 'error', msg: expect.stringContaining('ALARM_UNKNOWN_MINUTES') });
}, within(600_000));
