import type { OpenCms } from './open-cms.ts';

/** True for an installation into which nothing was ever written: only such a one gets the starter content unasked. */
export async function isEmpty({ payload }: OpenCms): Promise<boolean> {
  const counts = await Promise.all(
    (['columns', 'stories', 'users'] as const).map((collection) => payload.count({ collection, overrideAccess: true })),
  );
  return counts.every(({ totalDocs }) => totalDocs === 0);
}
