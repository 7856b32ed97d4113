import type { Payload } from 'payload';
import type { Story } from '../payload-types.ts';
import { pictureIds } from '../rich-text/node.ts';
import { fingerprint } from '../words/canonical.ts';
import { idOf } from '../database/id-of.ts';
import { loadPictures } from './pictures.ts';
import type { ReleasePicture, Snapshot } from '../story/snapshot.ts';

type Printed = Pick<ReleasePicture, 'id' | 'alt' | 'caption' | 'credit' | 'aigc' | 'portrait' | 'fileName'>;

/** What is printed of pictures, and what was answered of whom they show: the part of a review that stands in no story. */
export const fingerprintOfPictures = (pictures: readonly Printed[]): string =>
  fingerprint(
    [
      ...new Map(
        pictures.map(({ aigc, alt, caption, credit, fileName, id, portrait }) => [
          id,
          { id, alt, caption, credit, aigc, portrait, fileName },
        ]),
      ).values(),
    ].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );

/** The same of a release that is about to be made, or was. */
export const fingerprintOfPrinted = ({ cover, images }: Pick<Snapshot, 'cover' | 'images'>): string =>
  fingerprintOfPictures([...(cover ? [cover] : []), ...images]);

/** The same of a story as its pictures say now; it was read with depth 0. */
export async function picturesNow(payload: Payload, { body, cover }: Pick<Story, 'body' | 'cover'>): Promise<string> {
  const id = idOf(cover);
  const ids = [...new Set([...pictureIds(body), ...(id ? [id] : [])])];
  return fingerprintOfPictures([...(await loadPictures(payload, ids)).values()]);
}
