import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { openContent, type Content } from '../../../content/content.ts';
import { lookAtFilesAgain } from '../content-now.ts';
import { valueAt } from '../file-words.ts';

type Data = Record<string, unknown>;

/** `content/` of a server of its own, that a test may change. */
export interface OwnContent {
  root: string;
  /** To be given to a CMS: `testCms({ content })`. */
  content: Content;
  read(file: string): Promise<Data>;
  write(file: string, data: Data | string): Promise<void>;
  /** Sets one field, by its path; `undefined` removes it. */
  set(file: string, path: string, value: unknown): Promise<void>;
  remove(file: string): Promise<void>;
  /** Puts the file back as the product ships it. */
  restore(file: string): Promise<void>;
  close(): Promise<void>;
}

export async function ownContent(): Promise<OwnContent> {
  const shipped = process.cwd();
  const root = await mkdtemp(join(tmpdir(), 'chengxin-content-'));
  await cp(join(shipped, 'content'), join(root, 'content'), { recursive: true });
  const write = async (file: string, data: Data | string) => {
    await writeFile(join(root, file), typeof data === 'string' ? data : stringify(data));
    lookAtFilesAgain();
  };
  const read = async (file: string): Promise<Data> =>
    file.endsWith('.svg')
      ? { picture: await readFile(join(root, file), 'utf8') }
      : (parse(await readFile(join(root, file), 'utf8')) as Data);
  return {
    root,
    content: openContent({ root, city: 'guangyuan' }),
    read,
    write,
    set: async (file, path, value) => {
      if (file.endsWith('.svg')) return write(file, String(value));
      const data = await read(file);
      const parts = path.split('.');
      const last = parts.pop() ?? '';
      const at = (parts.length === 0 ? data : (valueAt(data, parts.join('.')) ?? (data[parts[0] ?? ''] = {}))) as Data;
      if (value === undefined) delete at[last];
      else at[last] = value;
      return write(file, data);
    },
    remove: async (file) => {
      await rm(join(root, file));
      lookAtFilesAgain();
    },
    restore: async (file) => write(file, await readFile(join(shipped, file), 'utf8')),
    close: async () => {
      await rm(root, { recursive: true, force: true });
    },
  };
}
