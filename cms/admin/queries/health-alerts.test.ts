import type { Payload } from 'payload';
import { expect, it } from 'vitest';
import type { Ailment } from '../../ops/health/judge.ts';
import { healthAlerts } from './health-alerts.ts';

const ailment = (id: string, urgency: Ailment['urgency'] = 'ordinary'): Ailment =>
  ({
    id,
    level: 'degraded',
    urgency,
    title: '磁盘快满',
    what: '磁盘只剩5%。',
    advice: '请系统管理员腾出地方。',
    measure: 5,
  }) as Ailment;
const told = (...ailments: Ailment[]) =>
  healthAlerts({ kv: { get: () => Promise.resolve({ ailments }) } } as unknown as Pick<Payload, 'kv'>);

it('nobody has looked yet, or what they wrote cannot be read: nothing is told', async () => {
  for (const kept of [null, undefined, 'x', { ailments: [{}] }])
    expect(await healthAlerts({ kv: { get: () => Promise.resolve(kept) } } as unknown as Pick<Payload, 'kv'>)).toEqual(
      [],
    );
});

it('what is urgent looks so; each says what it is and what to do', async () => {
  expect(await told(ailment('disk', 'urgent'), ailment('memory'))).toMatchObject([
    {
      id: 'health-disk',
      shape: 'refused',
      word: '磁盘快满',
      what: '磁盘只剩5%。',
      advice: '请系统管理员腾出地方。',
      href: '/admin',
    },
    { id: 'health-memory', shape: 'person' },
  ]);
});

it('steps, the heartbeat and the database have alerts of their own', async () => {
  expect(await told(ailment('step-plan'), ailment('heartbeat'), ailment('database'))).toEqual([]);
});
