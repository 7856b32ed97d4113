import { basename, resolve } from 'node:path';
import type { Payload } from 'payload';
import { indexLexicons } from '../checks/lexicon/index-lexicons.ts';
import { formatOf } from './convert.ts';
import { indexFiles } from './find-picture.ts';
import { importFile } from './import-file.ts';
import { listFolder } from './list-folder.ts';
import { ImportRefused } from './old-story.ts';
import { reportOf, type FileResult, type ImportReport } from './report.ts';
import type { Story } from '../payload-types.ts';
import { contentOf } from '../content/content.ts';

export interface FolderOrder {
  folder: string;
  kind: Story['kind'];
  /** Slug of the column, or none. */
  column: string | null;
  author: string | null;
  dryRun: boolean;
}

const companions = /\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|css|js|ico|woff2?|ttf|db|ini)$/i;

/**
 * Brings a folder of old stories in as drafts. Can be repeated: nothing is imported twice. One bad file stops no other.
 * @param tell called after each file
 * @throws ImportRefused when the folder or the column is not there
 */
export async function importFolder(
  payload: Payload,
  order: FolderOrder,
  tell: (result: FileResult) => void = () => undefined,
): Promise<ImportReport> {
  const root = resolve(order.folder);
  const column = order.column === null ? null : await columnId(payload, order.column, order.kind);
  const { files, passed } = await listFolder(root);
  const options = {
    folderName: basename(root),
    files: indexFiles(files),
    kind: order.kind,
    column,
    author: order.author,
    dryRun: order.dryRun,
    lexicons: indexLexicons(await contentOf(payload).lexicons()),
  };
  const results: FileResult[] = passed.map(({ name, why }) => skipped(name, why));
  for (const file of files) {
    if (formatOf(file.name)) results.push(await importFile(payload, file, options));
    else if (!companions.test(file.name))
      results.push(
        skipped(
          file.name,
          /\.(?:doc|wps)$/i.test(file.name)
            ? '是旧版文档：请用 Word 或 WPS 另存为 docx。'
            : '不是 DOCX、Markdown 或 HTML。',
        ),
      );
    else continue;
    tell(results.at(-1) as FileResult);
  }
  return reportOf(
    root,
    order.dryRun,
    results.sort((a, b) => (a.file < b.file ? -1 : 1)),
  );
}

const skipped = (file: string, message: string): FileResult => ({
  file,
  outcome: 'skipped',
  message,
  title: null,
  publishedOn: null,
  storyId: null,
  pictures: 0,
  notes: [],
  findings: [],
});

async function columnId(payload: Payload, slug: string, kind: string): Promise<string> {
  const { docs } = await payload.find({ collection: 'columns', where: { slug: { equals: slug } }, limit: 1, depth: 0 });
  const column = docs[0];
  if (!column) throw new ImportRefused(`没有短名是“${slug}”的栏目：请到后台“栏目”里核对。`);
  if (!(column.kinds as string[]).includes(kind))
    throw new ImportRefused(`栏目“${column.name}”不收这一种稿件：请换一个栏目，或换 --kind。`);
  return column.id;
}
