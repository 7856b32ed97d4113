import type { Payload } from 'payload';
import { openPauses } from '../../store/channel-pauses.ts';
import { moment } from '../../words/words.ts';
import { contentOf } from '../../content/content.ts';

export interface PausedRow {
  channel: string;
  name: string;
  /** Who and when: “示例终审 11月21日 10:02”. */
  since: string;
  reason: string;
}

/** What is paused now and what runs, by the channels' Chinese names. */
export async function loadPauses(
  payload: Payload,
): Promise<{ paused: PausedRow[]; running: { id: string; name: string }[] }> {
  const [open, names] = await Promise.all([openPauses(payload), contentOf(payload).channelNames()]);
  const held = new Set(open.map(({ channel }) => channel));
  return {
    paused: open.map(({ at, by, channel, reason }) => ({
      channel,
      name: names.get(channel) ?? channel,
      since: `${by} ${moment(at)}`,
      reason,
    })),
    running: [...names].filter(([id]) => !held.has(id)).map(([id, name]) => ({ id, name })),
  };
}
