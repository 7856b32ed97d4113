import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadOccasions } from '../../../campaigns/calendar/load-occasions.ts';
import { loadChannels } from '../../content/load-channels.ts';
import { loadListTypes } from '../../lists/load-list-types.ts';
import { loadRegion } from '../../content/load-region.ts';
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

export interface ContentPlace {
  root: string;
  /** Which file of `content/region/` this city is. */
  city: string;
}

export const keyOfFile = ({ kind, name }: Pick<FileEntry, 'kind' | 'name'>): string => `${kind}/${name}`;
const cover = 'content/media/default-cover.svg';

/** Every file of a kind, as its strict loader reads it: the last whole one where somebody is in the middle of saving. @throws ContentError */
export async function readKind(kind: KindName, { city, root }: ContentPlace): Promise<FileEntry[]> {
  const entry = (name: string, data: object): FileEntry => ({
    kind,
    name,
    file: `content/${kind}/${name}.yaml`,
    data: data as FileData,
  });
  switch (kind) {
    case 'region':
      return [entry(city, await loadRegion(root, city))];
    case 'lists':
      return (await loadListTypes(root)).map((list) => entry(list.slug, list));
    case 'occasions':
      return (await loadOccasions(root)).map((occasion) => entry(occasion.slug, occasion));
    case 'channels':
      return (await loadChannels(root)).map((channel) => entry(channel.id, channel));
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

export const readAllKinds = async (place: ContentPlace): Promise<FileEntry[]> =>
  (await Promise.all(kindNames.map((kind) => readKind(kind, place)))).flat();

/** When a file was last written, as the machine knows it; null when it is gone. */
export const writtenAt = async (root: string, file: string): Promise<Date | null> =>
  (await stat(join(root, file)).catch(() => null))?.mtime ?? null;
