import { z } from 'zod';
import { createDoor } from '../../columns/door.ts';
import { valueDoor } from '../../columns/value-door.ts';

// Rows, not an object by field: field names with dots are trouble for MongoDB.
const saidSchema = z.array(z.object({ field: z.string(), says: z.unknown() }));
export type Said = z.infer<typeof saidSchema>;

const originSchema = z.enum(['product', 'upgrade', 'installed', 'agreed']);
const installedSchema = z.object({ file: z.string(), origin: originSchema, since: z.iso.datetime(), said: saidSchema });

/** One file as it came with the product or stood at installation. */
export type InstalledFile = z.infer<typeof installedSchema>;

/** `judged`: which findings were held to be wrong about these words (`findingKey`); absent: nobody had to say. */
const agreedSchema = z.object({ origin: originSchema, said: saidSchema, judged: z.array(z.string()).optional() });

/** `public-texts.words` of a file that was agreed to. */
export const agreedFileDoor = valueDoor('words', { label: '同意过的文件文字', schema: agreedSchema });

interface Baseline {
  files: InstalledFile[];
}

/** `public-texts.words` of the one row of all files as they were installed; of one that does not fit, the files that do are read. */
export const baselineDoor = createDoor<'words', Baseline, Baseline>('words', {
  label: '安装时的内容文件登记',
  schema: z.object({ files: z.array(installedSchema) }),
  rest: (value) => {
    const { data } = z.object({ files: z.array(z.unknown()) }).safeParse(value);
    return { files: (data?.files ?? []).flatMap((file) => installedSchema.safeParse(file).data ?? []) };
  },
});
