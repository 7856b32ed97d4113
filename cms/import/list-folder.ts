import { lstat, readdir, stat } from 'node:fs/promises';
import { ImportRefused } from './old-story.ts';

/** A plain file below the folder. */
export interface FolderFile {
  /** Path from the folder in Unicode (NFC), `/` between the parts; for people and as the file's identity. */
  name: string;
  /** As the disk has it: names may be in GBK. */
  path: Buffer;
  /** Bytes. */
  size: number;
}

export interface Folder {
  files: FolderFile[];
  /** What was passed over, with a sentence each. */
  passed: { name: string; why: string }[];
}

const limits = { files: 20_000, depth: 20 };
const slash = Buffer.from('/');

/**
 * Every plain file below a folder, in the order of names. Symbolic links are not followed: they may lead anywhere.
 * Hidden files and the lock files of office programs are left out without a word.
 * @throws ImportRefused when there is no such folder or it holds more files than one import can
 */
export async function listFolder(root: string): Promise<Folder> {
  const status = await stat(root).catch(() => null);
  if (!status?.isDirectory()) throw new ImportRefused(`没有“${root}”这个文件夹：请核对路径。`);
  const folder: Folder = { files: [], passed: [] };
  await walk(Buffer.from(root.replace(/\/+$/, '') || '/'), '', 0, folder);
  folder.files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return folder;
}

async function walk(dir: Buffer, prefix: string, depth: number, folder: Folder): Promise<void> {
  // Buffers, because a name in GBK is no UTF-8 and could not be opened again by its text.
  for (const entry of await readdir(dir, { withFileTypes: true, encoding: 'buffer' })) {
    const name = `${prefix}${nameText(entry.name)}`;
    const path = Buffer.concat([dir, slash, entry.name]);
    if (/(?:^|\/)(?:\.|~\$)[^/]*$/.test(name)) continue;
    if (entry.isSymbolicLink()) folder.passed.push({ name, why: '是符号链接，没有跟进去：请把文件本身放进文件夹。' });
    else if (entry.isDirectory()) {
      if (depth >= limits.depth) folder.passed.push({ name, why: `文件夹套了${limits.depth}层以上，没有再往里找。` });
      else await walk(path, `${name}/`, depth + 1, folder);
    } else if (entry.isFile()) {
      if (folder.files.length >= limits.files)
        throw new ImportRefused(`文件超过${limits.files}个：请分几个文件夹导入。`);
      folder.files.push({ name, path, size: (await lstat(path)).size });
    }
  }
}

/** UTF-8, or GBK as old Windows machines wrote it; control characters shown, so that a name cannot paint the screen. */
function nameText(bytes: Uint8Array): string {
  return decode(bytes)
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '�');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
