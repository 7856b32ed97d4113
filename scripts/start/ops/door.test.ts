import { createServer, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facts, noon } from '../../../campaigns/alarms/testing/facts.ts';
import type { Gauges } from '../../../campaigns/outbox/journal/gauges.ts';
import type { HealthFacts } from '../../../cms/ops/health/facts.ts';
import type { Ailment } from '../../../cms/ops/health/judge.ts';
import { createOpsDoor } from './door.ts';
import { createMetrics } from './metrics.ts';

const token = 'a-token-for-tests-only';
let figures: () => Promise<Gauges> = async () => facts().gauges;
let wrong: Ailment[] = [];
const health = async (): Promise<HealthFacts> => ({
  at: noon,
  since: noon,
  schedules: true,
  gauges: await figures().catch(() => null),
  disk: { freeBytes: 9e10 },
  integrity: null,
  loopLagMs: 20,
  handles: { open: 30, most: 1000 },
  backupAt: noon,
  installedAt: noon,
  deaths: [],
  steps: {
    plan: {
      title: '排出',
      advice: '请看。',
      lastSuccess: noon.toISOString(),
      failing: null,
      stuck: [{ item: 'post 1', title: '一条', error: '坏了。', since: noon.toISOString() }],
    },
  },
});
let server: Server;
let port = 0;
beforeAll(async () => {
  const door = createOpsDoor({ metrics: createMetrics(health), ailments: async () => wrong, token });
  server = createServer((request, response) => void (door(request, response) || response.writeHead(404).end('desk')));
  await new Promise<void>((done) => server.listen(0, done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((done) => server.close(done)));
const get = (path: string, init: RequestInit = {}, host = '127.0.0.1') => fetch(`http://${host}:${port}${path}`, init);

const name = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const label = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\[\\\\"n])*"';
const line = new RegExp(
  `^(?:# HELP ${name} .+|# TYPE ${name} (?:counter|gauge|histogram|summary)|(${name})(?:\\{${label}(?:,${label})*\\})? (?:[-+]?\\d+(?:\\.\\d+)?(?:e[-+]?\\d+)?|\\+Inf|-Inf|Nan|NaN))$`,
);

describe('/metrics', () => {
  it('is the text format line by line, every name once with its help and type', async () => {
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await response.text();
    expect(text.endsWith('\n')).toBe(true);
    const lines = text.trimEnd().split('\n').filter(Boolean);
    expect(lines.filter((l) => !line.test(l))).toEqual([]);
    const typed = lines.filter((l) => l.startsWith('# TYPE ')).map((l) => l.split(' ')[2]);
    expect(new Set(typed).size).toBe(typed.length);
    for (const wanted of ['process_resident_memory_bytes', 'process_cpu_seconds_total', 'nodejs_eventloop_lag_seconds'])
      expect(typed).toContain(wanted);
    expect(lines).toEqual(
      expect.arrayContaining([
        'chengxin_database_up 1',
        'chengxin_scheduler_heartbeat_age_seconds 20',
        'chengxin_deliveries_pending_next_24h 4',
        'chengxin_deliveries{state="dead"} 0',
        'chengxin_stuck_items{step="plan"} 1',
        `chengxin_step_last_success_timestamp_seconds{step="plan"} ${noon.getTime() / 1000}`,
        'chengxin_disk_free_bytes 90000000000',
      ]),
    );
  });

  it('shows what is, never what was: without the database no old figures', async () => {
    const before = figures;
    figures = async () => facts({ gauges: { dead: 3, heartbeatAgeSeconds: null } }).gauges;
    expect(await (await get('/metrics')).text()).toMatch(
      /^chengxin_deliveries\{state="dead"\} 3$[\s\S]*^chengxin_scheduler_heartbeat_age_seconds \+Inf$/m,
    );
    figures = () => Promise.reject(new Error('away'));
    const text = await (await get('/metrics')).text();
    figures = before;
    expect(text).toContain('\nchengxin_database_up 0\n');
    expect(text).not.toMatch(/state="dead"/);
    expect(text).toMatch(/^chengxin_deliveries_overdue Nan$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
  });

  it('is for this machine or the bearer of the token, and nobody else', async () => {
    const status = async (headers: Record<string, string>, host?: string) =>
      (await get('/metrics', { headers }, host)).status;
    expect(await status({})).toBe(200);
    // Through a proxy everybody comes from this machine.
    expect(await status({ 'x-forwarded-for': '203.0.113.7' })).toBe(401);
    expect(await status({ 'x-forwarded-for': '203.0.113.7', authorization: `Bearer ${token}` })).toBe(200);
    expect(await status({ 'x-forwarded-for': '203.0.113.7', authorization: `Bearer ${token}x` })).toBe(401);
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((a) => a?.family === 'IPv4' && !a.internal)?.address;
    if (outside)
      expect([await status({}, outside), await status({ authorization: `bearer ${token}` }, outside)]).toEqual([
        401, 200,
      ]);
    expect(await (await get('/metrics', { headers: { via: '1.1 proxy' } })).text()).toContain(
      'Authorization: Bearer METRICS_TOKEN',
    );
  });

  it('is only read, and leaves every other path to the desk', async () => {
    expect((await get('/metrics', { method: 'POST' })).status).toBe(405);
    expect([(await get('/metrics/x')).status, (await get('/')).status]).toEqual([404, 404]);
    expect((await get('/metrics?x=1')).status).toBe(200);
  });
});

describe('/healthz', () => {
  const ailment = (level: Ailment['level']): Ailment => ({
    id: 'disk',
    level,
    urgency: 'urgent',
    title: '磁盘',
    what: '磁盘满了。',
    advice: '请清理。',
    measure: 1,
  });
  const read = async (path = '/healthz') => {
    const response = await get(path, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    return [response.status, ((await response.json()) as { state: string }).state];
  };

  it('tells alive, ready, degraded and unready apart, with reasons', async () => {
    expect([await read(), await read('/healthz/ready'), await read('/healthz/live')]).toEqual([
      [200, 'ready'],
      [200, 'ready'],
      [200, 'alive'],
    ]);
    wrong = [ailment('degraded')];
    expect(await read()).toEqual([200, 'degraded']);
    expect(await (await get('/healthz')).json()).toMatchObject({
      reasons: [{ id: 'disk', what: '磁盘满了。', advice: '请清理。' }],
    });
    wrong = [ailment('unready'), ailment('degraded')];
    expect([await read(), await read('/healthz/ready'), await read('/healthz/live')]).toEqual([
      [503, 'unready'],
      [503, 'unready'],
      [200, 'alive'],
    ]);
    wrong = [];
  });
});
