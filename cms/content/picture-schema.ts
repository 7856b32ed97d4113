import { z } from 'zod';
import { line } from './fields.ts';

/** A picture under `content/media/`; `alt` says what is seen, `caption` what it means and whose it is. */
export const pictureSchema = z.strictObject({
  file: z
    .string()
    .regex(/^(portraits|scenes)\/[a-z0-9-]+\.(svg|jpg|png)$/, '要写 content/media/ 下的文件，例如 scenes/scale.svg'),
  alt: line(80),
  caption: line(60).nullable().default(null),
});

export type StarterPicture = z.output<typeof pictureSchema>;
