import type { Payload } from 'payload';
import type { Release } from '../payload-types.ts';
import { mediaFolderOf } from '../database/media-folder.ts';
import type { CorrectedState } from './corrected-state.ts';
import { materialPackage, type PackageFacts } from './material-package.ts';
import { snapshotOf } from './publication-row.ts';

/** What catalogues say of a lesson's ZIP; null for what is no lesson. Changes with each correction, as the ZIP does. */
export async function packageOf(
  payload: Payload,
  release: Release,
  { correcting, corrections }: Pick<CorrectedState, 'corrections' | 'correcting'>,
): Promise<PackageFacts | null> {
  if (release.kind !== 'material') return null;
  const { zip: _, ...facts } = await materialPackage(
    { hash: release.hash, version: release.version, snapshot: snapshotOf(release), corrections, correcting },
    mediaFolderOf(payload),
  );
  return facts;
}
