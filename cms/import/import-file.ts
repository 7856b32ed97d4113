import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Payload } from 'payload';
import { checkTexts } from '../checks/check-texts.ts';
import type { LexiconIndex } from '../checks/lexicon/index-lexicons.ts';
import { contentHash } from '../release/content.ts';
import { block } from '../rich-text/make.ts';
import { plainLines } from '../rich-text/plain-lines.ts';
import { convertApart } from './convert-apart.ts';
import { fit } from './fit.ts';
import type { FolderFile } from './list-folder.ts';
import { ImportRefused } from './old-story.ts';
import { placeOf } from './place.ts';
import type { FileResult } from './report.ts';
import { storePictures, withPictureIds } from './store-pictures.ts';
import { storedText } from '../rich-text/stored-text.ts';
import type { Story } from '../payload-types.ts';
import { newStory } from '../story/new-story.ts';

export interface ImportOptions {
  /** Name of the folder, part of every file's identity. */
  folderName: string;
  files: ReadonlyMap<string, FolderFile>;
  kind: Story['kind'];
  /** Column's id, or none. */
  column: string | null;
  /** For files that name nobody. */
  author: string | null;
  dryRun: boolean;
  lexicons: LexiconIndex;
}

/** No text file is larger; pictures beside it are read one by one. */
const largest = 64 * 1024 * 1024;

/** One old file → one draft, or a sentence why not. Never throws on account of the file. */
export async function importFile(payload: Payload, file: FolderFile, options: ImportOptions): Promise<FileResult> {
  const result: FileResult = {
    file: file.name,
    outcome: 'refused',
    message: '',
    title: null,
    publishedOn: null,
    storyId: null,
    pictures: 0,
    notes: [],
    findings: [],
  };
  try {
    if (file.size > largest) throw new ImportRefused('文件超过64 MB，太大了：请压缩图片或拆成几篇。');
    const bytes = await readFile(file.path);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const path = `${options.folderName}/${file.name}`;
    const place = await placeOf(payload, path, hash);
    if (place.kind === 'skip') return { ...result, outcome: 'skipped', message: place.message, storyId: place.storyId };
    const old = await convertApart(file.name, bytes);
    const fitted = fit(old, options.author);
    const pictures = await storePictures(payload, old.pictures, {
      textName: file.name,
      files: options.files,
      dryRun: options.dryRun,
    });
    const blocks = withPictureIds(old.blocks, pictures.ids);
    const { notes: shortened, ...fields } = fitted;
    const notes = [...old.notes, ...shortened, ...pictures.notes];
    const body = storedText({ root: block('root', blocks) });
    const texts = [
      ['标题', fields.title],
      ['摘要', fields.summary],
      ['作者', fields.authorName],
      ['来源', fields.source],
      ['正文', plainLines(body).join('\n')],
    ] as const;
    const findings = checkTexts(
      texts.flatMap(([field, text]) => (text ? [{ field, text }] : [])),
      { lexicons: options.lexicons },
    );
    const data = { ...fields, kind: options.kind, column: options.column, body, sourceUrl: old.sourceUrl };
    const known = place.kind === 'update' ? place.story : null;
    const outcome = known ? ('updated' as const) : ('imported' as const);
    const done = {
      ...result,
      outcome,
      title: fields.title,
      publishedOn: old.publishedOn,
      pictures: pictures.ids.size,
      notes,
      findings,
    };
    if (options.dryRun)
      return { ...done, storyId: known?.id ?? null, message: known ? '会更新还没有人改过的草稿。' : '会成为草稿。' };
    const origin = {
      path,
      fileHash: hash,
      publishedOn: old.publishedOn,
      writtenHash: contentHash(known ? { ...known, ...data } : data),
      notes: notes.join('\n') || null,
    };
    const saved = known
      ? await payload.update({ collection: 'stories', id: known.id, data: { ...data, origin }, depth: 0 })
      : await payload.create({ collection: 'stories', data: { ...newStory(), ...data, origin }, depth: 0 });
    return {
      ...done,
      storyId: saved.id,
      message: known ? '文件变了，草稿已更新。' : '已成为草稿，请认领、核对后送审。',
    };
  } catch (error) {
    if (error instanceof ImportRefused) return { ...result, message: error.message };
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EPERM')
      return { ...result, message: '没有权限读取这个文件：请检查文件的权限。' };
    payload.logger.error({ err: error }, `导入“${file.name}”时出错`);
    return {
      ...result,
      message: `写入时出错，这一个没有导入：${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
    };
  }
}
