import { readable } from '../../../campaigns/bulkhead/each.ts';
import type { Where } from 'payload';
import { materialPackage } from '../../release/material-package.ts';
import { withPictures } from '../../release/picture-view.ts';
import { correctingSentence } from '../../release/rendition/corrections.ts';
import { snapshotOf, zoned } from '../../release/publication-row.ts';
import { idOf } from '../../database/id-of.ts';
import type { Publication, Release } from '../../payload-types.ts';
import { mediaFolderOf } from '../../database/media-folder.ts';
import type { Material, MaterialFilter } from '../material.ts';
import type { Page, Withdrawn } from '../../story/facts.ts';
import { copyLines } from '../../story/copy-state.ts';
import { changedAt, facts } from './card.ts';
import { bounded, pageOf } from './page.ts';
import type { Reading } from './source.ts';
import { publicationBySerial, withdrawnOf } from './story.ts';

export const materialPath = (serial: number): string => `/teach/${serial}`;
const lessons: Where = { kind: { equals: 'material' } };

/** Live lessons, newest first. */
export async function readMaterials(
  { payload, standing }: Reading,
  { stage, theme, page, size }: MaterialFilter,
): Promise<Page<Material>> {
  const found = await payload.find({
    collection: 'publications',
    where: {
      and: [
        lessons,
        await standing.live(),
        ...(stage?.length ? [{ lessonStage: { in: stage } }] : []),
        ...(theme?.length ? [{ lessonTheme: { in: theme } }] : []),
      ],
    },
    ...bounded(page, size),
    sort: ['-firstPublishedAt', '-serial'],
    depth: 0,
    select: { searchText: false },
  });
  const ids = found.docs.map((row) => idOf(row.release) ?? '');
  const { docs } = ids.length
    ? await payload.find({ collection: 'releases', where: { id: { in: ids } }, depth: 0, pagination: false })
    : { docs: [] };
  const releases = new Map(docs.map((release) => [release.id, release]));
  return pageOf(
    found,
    readable(
      found.docs,
      ({ serial }) => [`publication ${serial}`, `第 ${serial} 号教学材料`],
      (row) => ({ ...materialFacts(row), html: htmlOf(releases.get(idOf(row.release) ?? '')) }),
    ),
  );
}

/** One lesson. */
export async function readMaterial(
  reading: Reading,
  serial: number,
  desk: string,
): Promise<Material | Withdrawn | null> {
  const { payload } = reading;
  const row = await publicationBySerial(reading, serial);
  if (row?.kind !== 'material') return null;
  if (row.state !== 'live') return withdrawnOf(row, desk);
  const release = await payload.findByID({ collection: 'releases', id: idOf(row.release) ?? '', depth: 0 });
  return { ...materialFacts(row), html: htmlOf(release) };
}

/** The lesson's ZIP, built anew from its release; null when there is no such live lesson. */
export async function readMaterialZip(
  reading: Reading,
  serial: number,
): Promise<{ fileName: string; bytes: Uint8Array; hash: string } | null> {
  const { payload } = reading;
  const row = await publicationBySerial(reading, serial);
  if (row?.kind !== 'material' || row.state !== 'live') return null;
  const release = await payload.findByID({ collection: 'releases', id: idOf(row.release) ?? '', depth: 0 });
  const { correcting = 0, corrections } = facts(row);
  const { zip, sha256 } = await materialPackage(
    { hash: release.hash, version: release.version, snapshot: snapshotOf(release), corrections, correcting },
    mediaFolderOf(payload),
  );
  return { fileName: `诚信教学-${serial}-第${release.version}版.zip`, bytes: zip, hash: sha256 };
}

/** What catalogues say of a lesson. */
export function materialFacts(row: Publication): Omit<Material, 'html'> {
  const { author, correcting = 0, corrections, hash, lesson, package: zip, source, version } = facts(row);
  const soon = correctingSentence(correcting);
  return {
    serial: row.serial,
    path: materialPath(row.serial),
    title: row.title,
    summary: row.summary ?? '',
    stage: lesson?.stage ?? '',
    theme: lesson?.theme ?? '',
    subject: lesson?.subject ?? '',
    duration: lesson?.duration ?? 0,
    licence: lesson?.licence ?? '',
    licenceUrl: lesson?.licenceUrl ?? null,
    author: author ?? '',
    source: source ?? '',
    corrections,
    ...(soon ? { correcting: soon } : {}),
    copies: copyLines(row.copies),
    publishedAt: zoned(row.firstPublishedAt),
    updatedAt: changedAt(row),
    version,
    hash,
    zip: { path: `/teach/${row.serial}.zip`, bytes: zip?.bytes ?? 0, sha256: zip?.sha256 ?? '' },
    files: zip?.files ?? [],
  };
}

function htmlOf(release: Release | undefined): string {
  if (!release) return '';
  const { html, images } = snapshotOf(release);
  return withPictures(html, images);
}
