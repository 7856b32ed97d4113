import type { Payload } from 'payload';
import { portraitOf } from '../media/portrait.ts';
import type { ReleasePicture } from '../story/snapshot.ts';
import { renditionsDoor } from '../media/rendition-door.ts';

/** Pictures by id with everything a release keeps of them; ids that no longer exist are missing from the map. */
export async function loadPictures(payload: Payload, ids: string[]): Promise<Map<string, ReleasePicture>> {
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({ collection: 'media', where: { id: { in: ids } }, depth: 0, pagination: false });
  return new Map(
    docs.map((row) => [
      row.id,
      {
        id: row.id,
        alt: row.alt,
        caption: row.caption?.trim() || null,
        fileName: row.filename ?? '',
        mime: row.mimeType ?? '',
        width: row.width ?? 0,
        height: row.height ?? 0,
        credit: row.credit?.trim() || null,
        aigc: row.aigc ?? false,
        portrait: portraitOf(row),
        renditions: renditionsDoor.need(row.renditions),
      },
    ]),
  );
}
