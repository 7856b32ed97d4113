import { z } from 'zod';
import type { Alarm } from './alarm.ts';
import { lastReminder, worseMinutes } from './escalation.ts';

const entrySchema = z.object({
  /** When it began. */
  since: z.iso.datetime(),
  /** When it was last told; null while it has not been, because the way was broken. */
  toldAt: z.iso.datetime().nullable(),
  toldMeasure: z.number(),
  title: z.string(),
});

/** What one way of telling (mail, webhook) has told so far, by alarm id. Survives restarts. */
export const memorySchema = z.record(z.string(), entrySchema);
export type Memory = z.output<typeof memorySchema>;

/** begin: first time; worse: more of it; again: by the escalation table; end: 恢复. */
export type NoticeKind = 'begin' | 'worse' | 'again' | 'end';

export interface AlarmNotice {
  kind: NoticeKind;
  id: string;
  title: string;
  since: Date;
  /** Null when it has ended. */
  alarm: Alarm | null;
}

export interface Advance {
  notices: AlarmNotice[];
  /** To be kept whatever happens: what is wrong, and since when. */
  seen: Memory;
  /** To be kept instead once the notices have gone out. */
  told: Memory;
}

const minutesSince = (from: Date, now: Date) => (now.getTime() - from.getTime()) / 60_000;

/** Compares what is wrong with what has been told. Pure; told once, it asks for nothing until something changes. */
export function advance(memory: Memory, alarms: readonly Alarm[], now: Date): Advance {
  const notices: AlarmNotice[] = [];
  const seen: Memory = {};
  const told: Memory = {};
  for (const alarm of alarms) {
    const entry = memory[alarm.id] ?? { since: now.toISOString(), toldAt: null, toldMeasure: 0, title: alarm.title };
    const kind = kindOf(alarm, entry, now);
    seen[alarm.id] = entry;
    told[alarm.id] = kind
      ? { ...entry, toldAt: now.toISOString(), toldMeasure: alarm.measure, title: alarm.title }
      : entry;
    if (kind) notices.push({ kind, id: alarm.id, title: alarm.title, since: new Date(entry.since), alarm });
  }
  for (const [id, entry] of Object.entries(memory)) {
    if (seen[id]) continue;
    // What was over before anybody could be told of it needs no word.
    if (entry.toldAt === null) continue;
    seen[id] = entry;
    notices.push({ kind: 'end', id, title: entry.title, since: new Date(entry.since), alarm: null });
  }
  return { notices, seen, told };
}

function kindOf(alarm: Alarm, { since, toldAt, toldMeasure }: Memory[string], now: Date): NoticeKind | null {
  if (toldAt === null) return 'begin';
  const last = new Date(toldAt);
  const begun = new Date(since);
  if (alarm.measure > toldMeasure && minutesSince(last, now) >= worseMinutes) return 'worse';
  return lastReminder(alarm.urgency, minutesSince(begun, now)) > minutesSince(begun, last) ? 'again' : null;
}
