import type { Payload } from 'payload';
import { each } from '../../../campaigns/bulkhead/each.ts';
import { heldFindingsDoor } from '../../checking/memory/judged-door.ts';
import type { JudgedFinding } from '../../checking/memory/judged-findings.ts';
import { idOf } from '../../database/id-of.ts';
import { isWithdrawn, newestRelease } from '../../release/newest.ts';

/** A signed version that does not go live. */
export interface HeldRelease {
  releaseId: string;
  storyId: string;
  title: string;
  version: number;
  since: Date;
  findings: JudgedFinding[];
}

/** Versions that are being held back now: neither replaced nor taken back. */
export async function heldReleases(payload: Payload): Promise<HeldRelease[]> {
  const { docs } = await payload.find({
    collection: 'check-runs',
    where: { and: [{ kind: { equals: 'hold' } }, { finishedAt: { exists: false } }] },
    sort: 'startedAt',
    depth: 0,
    pagination: false,
  });
  const held = await each(
    docs,
    ({ id, key }) => [`check-runs ${id}`, `拦下的签发稿 ${key}`],
    async ({ findings, key, startedAt }): Promise<HeldRelease[]> => {
      const release = await payload.findByID({
        collection: 'releases',
        id: key.slice('hold:'.length),
        depth: 0,
        disableErrors: true,
        select: { story: true, title: true, version: true },
      });
      const storyId = release && idOf(release.story);
      if (!release || !storyId) return [];
      const newest = await newestRelease(payload, storyId);
      if (newest?.id !== release.id || (await isWithdrawn(payload, release.id))) return [];
      return [
        {
          releaseId: release.id,
          storyId,
          title: release.title,
          version: release.version,
          since: new Date(startedAt),
          findings: heldFindingsDoor.read(findings).value,
        },
      ];
    },
  );
  return held.flat();
}
