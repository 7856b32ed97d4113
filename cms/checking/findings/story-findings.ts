import type { Payload } from 'payload';
import type { Story } from '../../payload-types.ts';
import { buildSnapshot } from '../../release/build-snapshot.ts';
import type { Snapshot } from '../../release/snapshot.ts';
import { deskLexicons } from '../lexicons/desk-lexicons.ts';
import { recall, type JudgedFinding } from '../memory/recall.ts';
import { loadReprintSources } from '../reprint-sources.ts';
import { channelFindings, plannedChannels } from './channel-findings.ts';
import { marked } from './find-marked.ts';
import { snapshotFindings } from './snapshot-findings.ts';

/** What the checks say of a story as it would be signed now, and what people have said of that. `story` was read with depth 0. */
export const storyFindings = async (payload: Payload, story: Story): Promise<JudgedFinding[]> => releaseFindings(payload, await buildSnapshot(payload, story), story.id, { planned: true });

/**
 * The same of content that is fixed: exactly what was or is to be signed, against the word lists of this moment.
 * @param planned whether limits of the channels that it is planned on count
 */
export async function releaseFindings(payload: Payload, snapshot: Snapshot, storyId: string, { planned }: { planned: boolean }): Promise<JudgedFinding[]> {
  const [lexicons, reprintSources, { channels, types }] = await Promise.all([
    deskLexicons(payload), loadReprintSources(), planned ? plannedChannels(payload, storyId) : { channels: [], types: [] },
  ]);
  const findings = [
    ...snapshotFindings(snapshot, { lexicons, reprintSources, channels: types, secret: payload.secret }),
    ...marked(channelFindings(snapshot, storyId, channels), payload.secret),
  ];
  return recall(payload, findings, storyId);
}
