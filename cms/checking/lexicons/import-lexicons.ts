import type { Payload } from 'payload';
import { ContentError } from '../../../campaigns/calendar/content-error.ts';
import { bringIn, lexiconRow } from './bring-in.ts';
import type { ImportReport } from './import-report.ts';
import { uploadApart } from './upload-apart.ts';

export interface ImportedFile {
  name: string;
  bytes: Uint8Array;
}

/** What became of one file. */
export interface ImportResult {
  file: string;
  ok: boolean;
  message: string;
  report?: ImportReport;
}

/**
 * Word lists out of files, as `chengxin lexicons import` brings them in: each on its own, one that is refused stops no other.
 * @param head what a sheet cannot say itself: slug, title, group, edition, owner, source, confidence
 */
export async function importLexicons(
  payload: Payload,
  files: readonly ImportedFile[],
  { dry, head, today }: { head: Record<string, unknown>; dry: boolean; today: string },
): Promise<ImportResult[]> {
  const done: ImportResult[] = [];
  for (const { bytes, name } of files) {
    try {
      const row = await lexiconRow(payload, String(head.slug ?? ''));
      const known = row
        ? { title: row.title, group: row.group, owner: row.owner, source: row.source, confidence: row.confidence }
        : {};
      const { message, report } = await bringIn(payload, await uploadApart(bytes, name, { ...known, ...head }), {
        dry,
        today,
      });
      done.push({ file: name, ok: true, message, report });
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      // Who reads it sees the file's name in front.
      done.push({
        file: name,
        ok: false,
        message: error.file === name ? error.message.slice(name.length + 1) : error.message,
      });
    }
  }
  return done;
}
