import type { ChannelEvent, ChannelEvents } from '../../ports/channel-events.ts';

/** A `ChannelEvents` that lives as long as the process: for simulations and tests. Gives and takes copies. */
export function createMemoryEvents(): ChannelEvents {
  const rows = new Map<string, ChannelEvent>();
  const sorted = (found: ChannelEvent[]) =>
    structuredClone(found.sort((a, b) => Number(a.receivedAt) - Number(b.receivedAt) || (a.key < b.key ? -1 : 1)));
  return {
    async add(event) {
      if (rows.has(event.key)) return false;
      rows.set(event.key, structuredClone(event));
      return true;
    },
    async about(subject) {
      return sorted([...rows.values()].filter((row) => row.subject === subject));
    },
    async since(at) {
      return sorted([...rows.values()].filter(({ receivedAt }) => receivedAt >= at));
    },
  };
}
