import { inChunks } from '../../../campaigns/lists/in-chunks.ts';
import type { Payload, Where } from 'payload';
import type { MarkedFinding } from '../findings/marked-finding.ts';
import { hasNoOverride } from '../findings/no-override.ts';
import type { Judged, JudgedFinding } from './judged-door.ts';

export type { JudgedFinding };

export const keyOf = (mark: string, storyId: string | null): string => `${mark}:${storyId ?? '*'}`;

/** What is remembered of these findings, for one story. Where the law leaves no choice, nothing is. */
export async function judgedFindings(
  payload: Payload,
  findings: readonly MarkedFinding[],
  storyId: string | null,
): Promise<JudgedFinding[]> {
  const keys = [
    ...new Set(
      findings
        .filter((f) => !hasNoOverride(f))
        .flatMap(({ mark }) => [keyOf(mark, null), ...(storyId ? [keyOf(mark, storyId)] : [])]),
    ),
  ];
  const known = new Map<string, Judged>();
  for (const some of inChunks(keys)) {
    const where: Where = { key: { in: some } };
    const { docs } = await payload.find({ collection: 'check-memory', where, depth: 0, pagination: false });
    for (const { key, by, at, reason, scope, edition } of docs)
      known.set(key, { by, at, reason, scope, edition: edition ?? null });
  }
  return findings.map((finding) => {
    const final = hasNoOverride(finding);
    return {
      ...finding,
      final,
      judged: final
        ? null
        : (known.get(keyOf(finding.mark, storyId ?? '')) ?? known.get(keyOf(finding.mark, null)) ?? null),
    };
  });
}

/** What still stands in the way: nobody has said that it is no problem. */
export const open = (findings: readonly JudgedFinding[]): JudgedFinding[] =>
  findings.filter(({ judged }) => judged === null);
