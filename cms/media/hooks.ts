import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  APIError,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type PayloadRequest,
  type TypeWithID,
} from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { prepareApart, renderApart } from './apart.ts';
import type { CleanPicture } from './clean.ts';
import { PictureRefused } from './refused.ts';
import type { ReadApart } from '../foreign/read-apart.ts';
import { pictureFileName } from './rendition-sizes.ts';
import type { RenditionFacts, RenditionSource } from './renditions.ts';
import type { Held } from '../columns/stored.ts';
import { renditionsDoor } from './rendition-door.ts';

declare module 'payload' {
  interface RequestContext {
    /** The id that the picture being uploaded will get: its files are named after it before it exists. */
    mediaId?: string;
    cleanPicture?: CleanPicture;
    /** How the picture is read, when it is a drawing of the product's own that may have been read before. */
    readApart?: ReadApart;
  }
}

interface MediaRow extends TypeWithID {
  filename?: string | null;
  width?: number | null;
  height?: number | null;
  focalX?: number | null;
  focalY?: number | null;
  aigcMark?: string | null;
  renditions?: Held<'renditions'>;
}

/**
 * Replaces the uploaded file on the request by its cleaned copy, named after the id to be. A missing file is left to
 * Payload, which refuses it.
 * @throws APIError 422 with one Chinese sentence.
 */
export async function acceptUpload(req: PayloadRequest, id: unknown): Promise<void> {
  if (!req.file) return;
  try {
    const bytes = req.file.tempFilePath ? await readFile(req.file.tempFilePath) : req.file.data;
    const clean = await prepareApart(bytes, req.context.readApart);
    const mediaId = typeof id === 'string' ? id : uuidv7();
    req.context.mediaId = mediaId;
    req.context.uploadBegan = mediaId;
    req.context.cleanPicture = clean;
    req.file = {
      data: clean.bytes,
      mimetype: clean.mime,
      name: pictureFileName(mediaId, 'original', clean.ext),
      size: clean.bytes.length,
    };
  } catch (error) {
    if (error instanceof PictureRefused) throw new APIError(error.message, 422, null, true);
    throw error;
  }
}

/** Makes all sizes when a picture is new or its focal point moved, and notes the AI mark. */
export const storeRenditions: CollectionBeforeChangeHook<MediaRow> = async ({
  collection,
  data,
  originalDoc,
  operation,
  req,
}) => {
  const folder = collection.upload.staticDir ?? 'media';
  const clean = operation === 'create' ? req.context.cleanPicture : undefined;
  if (clean) {
    const mark = clean.mark;
    const id = String(data.id);
    const renditions = await write(
      folder,
      { mediaId: id, bytes: clean.bytes, width: clean.width, height: clean.height, mark, focal: focalOf(data) },
      req.context.readApart,
    );
    delete req.context.cleanPicture;
    delete req.context.mediaId;
    return {
      ...data,
      renditions: renditionsDoor.write(renditions),
      sha256: clean.sha256,
      ...(mark ? { aigc: true, aigcMark: mark.json } : {}),
    };
  }
  // A mark that travels in the file cannot be talked away.
  const row = originalDoc?.aigcMark ? { ...data, aigc: true } : data;
  const moved =
    originalDoc &&
    data.focalX !== undefined &&
    (data.focalX !== originalDoc.focalX || data.focalY !== originalDoc.focalY);
  if (!moved || !originalDoc.filename || !originalDoc.width || !originalDoc.height) return row;
  const bytes = await readFile(join(/* turbopackIgnore: true */ folder, originalDoc.filename));
  const mark = originalDoc.aigcMark ? { json: originalDoc.aigcMark } : null;
  const renditions = await write(folder, {
    mediaId: String(originalDoc.id),
    bytes,
    width: originalDoc.width,
    height: originalDoc.height,
    mark,
    focal: focalOf(data),
  });
  return { ...row, renditions: renditionsDoor.write(renditions) };
};

/** Payload deletes the original; the other sizes are ours. */
export const removeRenditions: CollectionAfterDeleteHook<MediaRow> = async ({ collection, doc }) => {
  const folder = collection.upload.staticDir ?? 'media';
  for (const { fileName } of renditionsDoor.read(doc.renditions).value)
    await rm(join(/* turbopackIgnore: true */ folder, fileName), { force: true });
};

async function write(folder: string, source: RenditionSource, read?: ReadApart): Promise<RenditionFacts[]> {
  await mkdir(folder, { recursive: true });
  const all = await renderApart(source, read).catch((error: unknown) => {
    throw error instanceof PictureRefused ? new APIError(error.message, 422, null, true) : error;
  });
  return Promise.all(
    all.map(async ({ data, ...facts }) => {
      await writeFile(join(/* turbopackIgnore: true */ folder, facts.fileName), data);
      return facts;
    }),
  );
}

/** Payload fills in 50/50 when nobody chose; then the picture's own content decides. */
function focalOf({ focalX, focalY }: Partial<MediaRow>): RenditionSource['focal'] {
  if (typeof focalX !== 'number' || typeof focalY !== 'number' || (focalX === 50 && focalY === 50)) return null;
  return { x: focalX, y: focalY };
}
