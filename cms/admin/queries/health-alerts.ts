import type { Payload } from 'payload';
import { readAilments } from '../../ops/health/told.ts';
import type { Alert } from './alerts.ts';

/** What is wrong with the machine and the process, as whoever watches them last found it; steps have rows of their own. */
export const healthAlerts = async (payload: Pick<Payload, 'kv'>): Promise<Alert[]> =>
  (await readAilments(payload))
    .filter(({ id }) => !id.startsWith('step-') && id !== 'heartbeat' && id !== 'database')
    .map(({ advice, id, title, urgency, what }) => ({
      id: `health-${id}`,
      shape: urgency === 'urgent' ? 'refused' : 'person',
      word: title,
      what,
      advice,
      button: '再看一次',
      href: '/admin',
    }));
