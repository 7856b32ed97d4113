import type { Payload } from 'payload';
import { civilDay, partsOf, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { OccasionDay } from '../../../campaigns/calendar/occasion-days.ts';
import type { Person } from '../../access/person.ts';
import type { Gauges } from '../../../campaigns/outbox/journal/gauges.ts';
import { mayLookAtSources } from '../../checking/reprints/may-look.ts';
import { readGauges } from '../../ops/read-gauges.ts';
import { lastHeartbeat } from '../../ops/heartbeat.ts';
import { loadAlerts, type Alert } from './alerts.ts';
import { loadCheckAlerts } from './check-alerts.ts';
import { loadCampaignAlerts } from './campaign-alerts.ts';
import { loadCampaigns } from '../../schedule/campaigns.ts';
import { loadDailyCampaign } from '../../schedule/daily-campaign.ts';
import type { DeliveryRow } from '../../ledger/deliveries.ts';
import { honourAlerts } from './honour-alerts.ts';
import { healthAlerts } from './health-alerts.ts';
import { loadMyWork, type TaskGroup } from './my-work.ts';
import { part } from './on-its-own.ts';
import { loadComing, type ComingStory } from './coming.ts';
import { loadOutgoing } from './outgoing.ts';
import { loadPauses, type PausedRow } from './pauses.ts';
import { reprintAlerts } from './reprint-alerts.ts';
import { reviewAlerts } from './review-alerts.ts';
import { stepAlerts } from './step-alerts.ts';
import { textAlerts } from './text-alerts.ts';
import { openTexts } from '../../desk/texts/waiting.ts';
import { unconfirmedAlerts } from './unconfirmed-alerts.ts';
import { unsignedAlerts } from './unsigned-alerts.ts';
import { loadYear } from '../../schedule/year.ts';

/** The desk's morning: what waits for me, what goes out, what is wrong. */
export interface Today {
  day: CivilDay;
  now: Date;
  /** Occasions that run today. */
  occasions: OccasionDay[];
  alerts: Alert[];
  overdue: number;
  work: TaskGroup[];
  outgoing: DeliveryRow[];
  /** Signed, and waiting for their minute. */
  coming: ComingStory[];
  heartbeat: Date | null;
  /** The outbox in figures. */
  gauges: Gauges;
  paused: PausedRow[];
}

export async function loadToday(payload: Payload, person: Person, now: Date): Promise<Today> {
  const day = civilDay(now);
  const { year } = partsOf(day);
  const missing: Alert[] = [];
  const take = <T>(name: string, read: () => Promise<T>, otherwise: T): Promise<T> =>
    part(name, read, otherwise, missing);
  const occasions = await take('节点', () => loadYear(payload, year), []);
  // A campaign's posts may go out in another year than its own.
  const years = async () =>
    (
      await Promise.all(
        [year - 1, year, year + 1].map(async (y) =>
          loadCampaigns(payload, y, y === year ? occasions : await loadYear(payload, y)),
        ),
      )
    )
      .flat()
      .concat((await loadDailyCampaign(payload, [year, year + 1])) ?? []);
  let open: ReturnType<typeof openTexts> | undefined;
  // Two parts ask for it, and it reads hundreds of rows.
  const texts = () => (open ??= openTexts(payload, now));
  const [gauges, paused, campaigns, heartbeat, outgoing, coming] = await Promise.all([
    readGauges(payload, { now: () => now, sleep: () => Promise.resolve() }),
    take('渠道暂停', async () => (await loadPauses(payload)).paused, []),
    take('活动', years, []),
    lastHeartbeat(payload),
    take('今天发出', () => loadOutgoing(payload, now), []),
    take('定时上线', () => loadComing(payload, now), []),
  ]);
  const [{ alerts, overdue }, work, ...others] = await Promise.all([
    take('推送警报', () => loadAlerts(payload, now, heartbeat), { alerts: [], overdue: 0 }),
    take('等我处理', () => loadMyWork(payload, { person, now, campaigns, occasions, texts }), []),
    take('卡住的步骤', () => stepAlerts(payload), []),
    take('等签发的排期', () => unsignedAlerts(payload, now), []),
    take('巡查', () => loadCheckAlerts(payload, now), []),
    take('审稿', () => reviewAlerts(payload, now), []),
    take('转载', () => reprintAlerts(payload, now, mayLookAtSources(person)), []),
    take('典型', () => honourAlerts(payload, now), []),
    take('公开文字', async () => textAlerts(payload, await texts(), now), []),
    take('等确认的活动', () => unconfirmedAlerts(payload, now), []),
    take('活动任务', () => loadCampaignAlerts(payload, now), []),
    take('系统', () => healthAlerts(payload), []),
  ]);
  return {
    day,
    now,
    occasions: occasions.filter(({ start, end }) => start <= day && day <= end),
    alerts: [...missing, ...alerts, ...others.flat()],
    overdue,
    work,
    outgoing,
    coming,
    heartbeat,
    gauges,
    paused,
  };
}
