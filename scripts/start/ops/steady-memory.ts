import type { Memory } from '../../../campaigns/alarms/notices.ts';
import type { AlarmMemory } from '../../../cms/ops/alarm-memory.ts';

/**
 * An alarm memory that goes on without its database: what was told is then remembered in this process, so that the
 * database's own absence can be told, once.
 */
export function steadyMemory(memory: AlarmMemory): AlarmMemory {
  const known = new Map<string, Memory>();
  return {
    takeMinute: (now) => memory.takeMinute(now).catch(() => true),
    async read(way) {
      const told = await memory.read(way).catch(() => known.get(way) ?? {});
      known.set(way, told);
      return told;
    },
    async write(way, told) {
      known.set(way, told);
      await memory.write(way, told).catch(() => undefined);
    },
  };
}
