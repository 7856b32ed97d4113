import { isDeepStrictEqual } from 'node:util';
import type { Alarm } from '../../../campaigns/alarms/alarm.ts';
import type { Facts, Thresholds } from '../../../campaigns/alarms/facts.ts';
import { messageOf } from '../../../campaigns/alarms/message.ts';
import { advance } from '../../../campaigns/alarms/notices.ts';
import { judge } from '../../../campaigns/alarms/rules.ts';
import { inTime } from '../../../campaigns/bulkhead/in-time.ts';
import { reason } from '../../../campaigns/outbox/engine/attempt/log.ts';
import type { Clock } from '../../../campaigns/ports/clock.ts';
import type { AlarmMemory } from '../../../cms/ops/alarm-memory.ts';
import type { Way } from './way.ts';

export interface WatchOptions {
  read(): Promise<Facts>;
  /** What is wrong with machine and process; never rejects. */
  health?(): Promise<Alarm[]>;
  memory: AlarmMemory;
  ways: readonly Way[];
  thresholds: Thresholds;
  /** Who speaks and where to act, for the message. */
  sender: { name: string; link: string };
  clock: Clock;
  log(line: string): void;
  /** How long a way may take for one message, in milliseconds; then it counts as not told and comes again. */
  answerMs?: number;
}

const patientMs = 30_000;

/**
 * One look, level-triggered: compares what is wrong with what each way has told, and tells the difference. Several
 * processes may look in the same minute; one of them tells. Never rejects: an alarm that cannot be told disturbs nobody.
 */
export async function lookOnce({
  read,
  health,
  memory,
  ways,
  thresholds,
  sender,
  clock,
  log,
  answerMs = patientMs,
}: WatchOptions): Promise<void> {
  try {
    const now = clock.now();
    if (!(await memory.takeMinute(now))) return;
    const ofHealth = (await health?.()) ?? [];
    const facts = await read().catch((error: unknown) => {
      log(`查看告警出错：${reason(error)}，下一分钟再来。`);
      return null;
    });
    const alarms = [...ofHealth, ...(facts ? judge(facts, thresholds) : [])];
    // What could not be looked at has not ended.
    const whole = facts !== null && facts.unread.length === 0 && !ofHealth.some(({ id }) => id === 'database');
    const tell = async (way: Way): Promise<void> => {
      const known = await memory.read(way.id);
      const next = advance(known, alarms, now);
      const notices = whole ? next.notices : next.notices.filter(({ kind }) => kind !== 'end');
      const [seen, told] = whole
        ? [next.seen, next.told]
        : [
            { ...known, ...next.seen },
            { ...known, ...next.told },
          ];
      if (notices.length === 0) return isDeepStrictEqual(known, told) ? undefined : memory.write(way.id, told);
      try {
        await inTime(answerMs, () => way.send(messageOf(notices, sender)));
        await memory.write(way.id, told);
      } catch (error) {
        log(`告警没有送出（${way.name}）：${reason(error)}，下一分钟再试。`);
        await memory.write(way.id, seen);
      }
    };
    // Each on its own: what one way cannot remember must not keep the others from speaking.
    await Promise.all(
      ways.map((way) =>
        tell(way).catch((error: unknown) => log(`告警没有送出（${way.name}）：${reason(error)}，下一分钟再试。`)),
      ),
    );
  } catch (error) {
    log(`查看告警出错：${reason(error)}，下一分钟再来。`);
  }
}

/** Looks each minute until stopped; resolves with how to stop it. Without a way of telling it does nothing at all. */
export function startWatch(options: WatchOptions): () => Promise<void> {
  if (options.ways.length === 0) return async () => undefined;
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await lookOnce(options);
      const now = options.clock.now().getTime();
      // A second into the next minute: after the scheduler's own beat.
      await options.clock.sleep(60_000 - (now % 60_000) + 1000, stopping.signal);
    }
  })();
  return async () => {
    stopping.abort();
    await watching;
  };
}
