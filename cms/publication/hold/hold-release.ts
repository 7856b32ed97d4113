import type { Payload } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { systemClock, type Clock } from '../../../campaigns/ports/clock.ts';
import type { Release } from '../../payload-types.ts';
import { idOf } from '../../database/id-of.ts';
import { snapshotOf } from '../../release/publication-row.ts';
import { insertRow } from '../../database/insert-once.ts';
import { releaseFindings } from '../../checking/findings/story-findings.ts';
import { open } from '../../checking/memory/judged-findings.ts';
import { heldFindingsDoor } from '../../checking/memory/judged-door.ts';

export const holdKey = (releaseId: string): string => `hold:${releaseId}`;

/**
 * The last look before a signed version goes live: word lists may have changed since it was signed. Level-triggered:
 * every tick asks again, until the version is replaced, taken back, or what blocked is judged to be no problem.
 * @returns true while something blocks; then the version stays away from the public and 今日 says why.
 */
export async function holdRelease(payload: Payload, release: Release, clock: Clock = systemClock): Promise<boolean> {
  const findings = open(
    await releaseFindings(payload, snapshotOf(release), idOf(release.story) ?? '', { planned: false }),
  ).filter(({ level }) => level === 'block');
  const key = holdKey(release.id);
  const now = clock.now().toISOString();
  if (findings.length === 0) {
    await payload.db.updateOne({
      collection: 'check-runs',
      where: { and: [{ key: { equals: key } }, { finishedAt: { exists: false } }] },
      data: { finishedAt: now },
      returning: false,
    });
    return false;
  }
  await insertRow(payload.db, 'check-runs', 'key', {
    id: uuidv7(),
    key,
    kind: 'hold',
    startedAt: now,
    checked: 1,
    blocked: findings.length,
    warned: 0,
    findings: heldFindingsDoor.write(findings),
  });
  return true;
}
