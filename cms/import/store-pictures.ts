import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { altProblem, altToFill } from '../media/alt-problem.ts';
import { maxBytes, tooHeavy } from '../media/limits.ts';
import type { RichNode } from '../rich-text/node.ts';
import { seedId } from '../starter/seed/seed-id.ts';
import { decoded, findPicture } from './find-picture.ts';
import type { FolderFile } from './list-folder.ts';
import type { OldPicture } from './old-story.ts';

export interface PicturesIn {
  textName: string;
  files: ReadonlyMap<string, FolderFile>;
  /** Look, but store nothing. */
  dryRun: boolean;
}

export interface StoredPictures {
  /** Media id by the picture's index; absent where it could not be had. */
  ids: Map<number, string>;
  notes: string[];
}

/** Puts a story's pictures into the media room; the same picture said the same way is one row, however often one imports. */
export async function storePictures(
  payload: Payload,
  pictures: readonly OldPicture[],
  where: PicturesIn,
): Promise<StoredPictures> {
  const stored: StoredPictures = { ids: new Map(), notes: [] };
  for (const [index, picture] of pictures.entries()) {
    const shown = picture.ref.startsWith('data:') ? `第${index + 1}张图片` : decoded(picture.ref).slice(0, 80);
    const bytes = await bytesOf(picture, where).catch(() => ({ why: '读不出来' }));
    if ('why' in bytes) {
      stored.notes.push(`图片“${shown}”${bytes.why}。`);
      continue;
    }
    const alt = altOf(picture);
    if (alt === altToFill) stored.notes.push(`图片“${shown}”没有替代文字，请补写。`);
    try {
      stored.ids.set(index, where.dryRun ? `dry:${index}` : await store(payload, bytes.data, alt, picture.caption));
    } catch (error) {
      stored.notes.push(`图片“${shown}”没有收：${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return stored;
}

async function bytesOf(
  picture: OldPicture,
  { files, textName }: PicturesIn,
): Promise<{ data: Buffer } | { why: string }> {
  if (picture.bytes) return { data: Buffer.from(picture.bytes) };
  const found = findPicture(picture.ref, textName, files);
  if ('why' in found) return found;
  if ('bytes' in found) return { data: Buffer.from(found.bytes) };
  return found.file.size > maxBytes
    ? { why: `没有收：${tooHeavy.replace(/。$/, '')}` }
    : { data: await readFile(found.file.path) };
}

const altOf = ({ alt, caption }: OldPicture): string =>
  [alt, caption ?? '']
    .map((text) => text.replace(/\s+/g, ' ').trim().slice(0, 200))
    .find((text) => altProblem(text) === null) ?? altToFill;

async function store(payload: Payload, data: Buffer, alt: string, caption: string | null): Promise<string> {
  const id = seedId(
    'media',
    ['import', createHash('sha256').update(data).digest('hex'), alt, caption ?? ''].join('\n'),
  );
  if ((await payload.count({ collection: 'media', where: { id: { equals: id } }, trash: true })).totalDocs > 0)
    return id;
  await payload.create({
    collection: 'media',
    data: { id, alt, caption: caption?.slice(0, 300) ?? null },
    file: { data, mimetype: `image/${kindOf(data)}`, name: `${id}.${kindOf(data)}`, size: data.length },
    depth: 0,
    context: { altToCome: true },
  });
  return id;
}

/** The media room looks at the bytes itself; this only has to be one of the kinds that it takes. */
const kindOf = (data: Buffer): string =>
  data[0] === 0xff ? 'jpeg' : data[0] === 0x47 ? 'gif' : data[0] === 0x52 ? 'webp' : 'png';

/** The text with its pictures' real ids; those that could not be had leave their caption behind. */
export function withPictureIds(nodes: readonly RichNode[], ids: ReadonlyMap<number, string>): RichNode[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'upload') return [node];
    const id = ids.get(Number(/^old:(\d+)$/.exec(String(node.value))?.[1] ?? -1));
    return id ? [{ ...node, value: id }] : [];
  });
}
