import type { Payload } from 'payload';
import { civilDay, partsOf, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { OccasionDay } from '../../../campaigns/calendar/occasion-days.ts';
import type { Person } from '../../access/person.ts';
import type { Gauges } from '../../../campaigns/outbox/gauges.ts';
import { readGauges } from '../../ops/read-gauges.ts';
import { lastHeartbeat } from '../heartbeat.ts';
import { loadAlerts, type Alert } from './alerts.ts';
import { loadCheckAlerts } from './check-alerts.ts';
import { loadCampaignAlerts } from './campaign-alerts.ts';
import { loadCampaigns } from './campaigns.ts';
import type { DeliveryRow } from './deliveries.ts';
import { honourAlerts } from './honour-alerts.ts';
import { loadMyWork, type TaskGroup } from './my-work.ts';
import { loadOutgoing } from './outgoing.ts';
import { loadPauses, type PausedRow } from './pauses.ts';
import { reviewAlerts } from './review-alerts.ts';
import { loadYear } from './year.ts';

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
  heartbeat: Date | null;
  /** The outbox in figures. */
  gauges: Gauges;
  paused: PausedRow[];
}

export async function loadToday(payload: Payload, person: Person, now: Date): Promise<Today> {
  const day = civilDay(now);
  const occasions = await loadYear(payload, partsOf(day).year);
  const [gauges, { paused }, campaigns, heartbeat, outgoing] = await Promise.all([readGauges(payload, { now: () => now, sleep: () => Promise.resolve() }), loadPauses(payload), loadCampaigns(payload, partsOf(day).year, occasions), lastHeartbeat(payload), loadOutgoing(payload, now)]);
  const [{ alerts, overdue }, ofChecks, ofReviews, ofHonours, ofCampaigns, work] = await Promise.all([loadAlerts(payload, now, heartbeat), loadCheckAlerts(payload, now), reviewAlerts(payload, now), honourAlerts(payload, now), loadCampaignAlerts(payload, now), loadMyWork(payload, { person, now, campaigns, occasions })]);
  return { day, now, occasions: occasions.filter(({ start, end }) => start <= day && day <= end), alerts: [...alerts, ...ofChecks, ...ofReviews, ...ofHonours, ...ofCampaigns], overdue, work, outgoing, heartbeat, gauges, paused };
}
