import { posix } from 'node:path';
import type { FolderFile } from './list-folder.ts';

const largestInline = 20 * 1024 * 1024;

export type FoundPicture = { file: FolderFile } | { bytes: Uint8Array } | { why: string };

/**
 * Where a picture that a text refers to lies: among the files of the folder, by its path from the text. Only what the
 * listing holds is ever found, so no path leads out of the folder.
 */
export function findPicture(ref: string, textName: string, files: ReadonlyMap<string, FolderFile>): FoundPicture {
  if (/^data:/i.test(ref)) return inlineBytes(ref);
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(ref)) return { why: '在网上或别的机器上，没有下载' };
  const wanted = decoded(ref.replace(/[?#].*$/, ''))
    .replaceAll('\\', '/')
    .normalize('NFC');
  const path = posix.normalize(posix.join(posix.dirname(textName), wanted));
  if (path.startsWith('../') || wanted.startsWith('/')) return { why: '路径在文件夹以外，没有读取' };
  const file = files.get(path) ?? files.get(path.toLowerCase());
  return file ? { file } : { why: '文件夹里没有这张图片' };
}

/** The listing by name, and by name in small letters: old pages were written where that made no difference. */
export function indexFiles(files: readonly FolderFile[]): Map<string, FolderFile> {
  const index = new Map<string, FolderFile>();
  for (const file of files) index.set(file.name.toLowerCase(), file);
  for (const file of files) index.set(file.name, file);
  return index;
}

/** An address as people read it. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function inlineBytes(ref: string): FoundPicture {
  const match = /^data:image\/[a-z+.-]+;base64,([A-Za-z0-9+/=\s]+)$/i.exec(ref);
  if (!match?.[1] || match[1].length > largestInline * 1.4) return { why: '写在文件里的图片读不出来' };
  return { bytes: new Uint8Array(Buffer.from(match[1], 'base64')) };
}
