import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { z } from 'zod';
import { Failure } from '../cli/failure.ts';

export const manifestName = 'manifest.json';

/** Relative, inside the backup, and nothing clever. */
const path = z
  .string()
  .min(1)
  .refine((text) => normalize(text) === text && !text.startsWith('/') && !text.split('/').includes('..'), 'path');

const manifestSchema = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  files: z.array(
    z.strictObject({ path, bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});

/** What a backup holds. Written last: a folder without it is not a backup. */
export type Manifest = z.output<typeof manifestSchema>;

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * The manifest of a backup, after every file has been found as it was written.
 * @throws Failure with one Chinese sentence naming what is wrong
 */
export async function verifyBackup(dir: string): Promise<Manifest> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(join(dir, manifestName), 'utf8'));
  } catch (error) {
    throw new Failure(
      `${dir} 不是完整的备份（读不到 ${manifestName}）：请换一个由 chengxin backup 做好的文件夹。`,
      undefined,
      { cause: error },
    );
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success)
    throw new Failure(`${dir} 里的 ${manifestName} 看不懂：它被改过，或来自别的版本，请换一份备份。`);
  for (const { path: name, bytes, sha256 } of parsed.data.files) {
    const file = join(dir, name);
    const size = (await stat(file).catch(() => null))?.size;
    if (size === undefined) throw new Failure(`备份里缺 ${name}：这份备份不完整，请换一份。`);
    if (size !== bytes || (await sha256Of(file)) !== sha256)
      throw new Failure(`备份里的 ${name} 与做备份时不一样（校验和不符）：这份备份坏了，请换一份。`);
  }
  return parsed.data;
}
