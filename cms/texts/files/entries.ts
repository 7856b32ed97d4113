import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content } from '../../content/content.ts';
import type { FileData } from './file-words.ts';
import { kindNames, type KindName } from './kinds.ts';

/** One file of `content/` as it says now. */
export interface FileEntry {
  kind: KindName;
  /** File name without its ending. */
  name: string;
  /** Path below the repository root. */
  file: string;
  data: FileData;
}

export const keyOfFile = ({ kind, name }: Pick<FileEntry, 'kind' | 'name'>): string => `${kind}/${name}`;
const cover = 'content/media/default-cover.svg';

/** Every file of a kind, as its strict loader reads it: the last whole one where somebody is in the middle of saving. @throws ContentError */
export async function readKind(kind: KindName, content: Content): Promise<FileEntry[]> {
  const { city, root } = content.place;
  const entry = (name: string, data: object): FileEntry => ({
    kind,
    name,
    file: `content/${kind}/${name}.yaml`,
    data: data as FileData,
  });
  switch (kind) {
    case 'region':
      return [entry(city, await content.region())];
    case 'lists':
      return (await content.listTypes()).map((list) => entry(list.slug, list));
    case 'occasions':
      return (await content.occasions()).map((occasion) => entry(occasion.slug, occasion));
    case 'channels':
      return (await content.channels()).map((channel) => entry(channel.id, channel));
    case 'media':
      return [
        {
          kind,
          name: 'default-cover',
          file: cover,
          data: { file: cover, picture: await readFile(join(root, cover), 'utf8') },
        },
      ];
  }
}

export const readAllKinds = async (content: Content): Promise<FileEntry[]> =>
  (await Promise.all(kindNames.map((kind) => readKind(kind, content)))).flat();

/** When a file was last written, as the machine knows it; null when it is gone. */
export const writtenAt = async (root: string, file: string): Promise<Date | null> =>
  (await stat(join(root, file)).catch(() => null))?.mtime ?? null;
