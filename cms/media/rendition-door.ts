import { z } from 'zod';
import { listDoor } from '../columns/list-door.ts';
import { renditionSizes } from './rendition-sizes.ts';

/** One size of a picture, as the media collection stores it (without the bytes). */
export const renditionSchema = z.object({
  size: z.enum(renditionSizes),
  fileName: z.string(),
  mime: z.string(),
  width: z.number(),
  height: z.number(),
  /** Length in bytes. */
  bytes: z.number(),
});

/** `media.renditions`: the sizes that are kept ready. */
export const renditionsDoor = listDoor('renditions', {
  label: '图片的各种尺寸',
  entry: renditionSchema,
  optional: true,
});
