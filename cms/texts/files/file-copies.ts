import type { Payload, PayloadRequest } from 'payload';
import { tellStuck } from '../../../campaigns/bulkhead/stuck.ts';
import { insertOnce } from '../../database/insert-once.ts';
import type { Writer } from '../writers.ts';
import { keyOfFile, type FileEntry } from './entries.ts';
import { nameOfWords, wordsIn, type FileWords } from './file-words.ts';
import { pagesOf } from './kinds.ts';
import type { Known, Origin } from './stand.ts';
import type { Held } from '../../columns/stored.ts';
import type { PublicText } from '../../payload-types.ts';
import { pagesDoor } from '../words-doors.ts';
import { agreedFileDoor, baselineDoor, type InstalledFile, type Said } from './copy-doors.ts';

/** Under which the copies stand in `public-texts`: one row of all that came with the product or stood at installation, one for each file that was agreed to. */
const subject = 'files';
const baselineRow = 'installed';
const keyOf = (row: string) => `${subject}/${row}`;

/** The words of one file that the public read last. */
export interface FileCopy extends Known {
  /** Since when (ISO 8601). */
  since: string;
  /** Whether it has a row of its own. */
  isOwn: boolean;
  /** Which findings were held to be wrong about these words (`findingKey`), and why; null: nobody had to say. */
  judged: Judged | null;
}

export interface Judged {
  reason: string;
  findings: readonly string[];
}

const rowsOf = (words: FileWords) => Object.entries(words).map(([field, says]) => ({ field, says }));
const fieldsOf = (said: Said): FileWords => Object.fromEntries(said.map(({ field, says }) => [field, says]));

/** How each file's copy is read; one that cannot be read throws when asked, and takes no other with it. */
export interface FileCopies {
  of(entry: Pick<FileEntry, 'kind' | 'name'>): FileCopy | null;
  /** What stood at installation or came with the product since, also of files that are gone; null: it has never been written down. */
  installed: readonly InstalledFile[] | null;
}

interface Stored {
  row: string;
  words: Held<'words'>;
  agreedAt: string;
  reason?: string | null;
}

/** The copies of all files, in one query. */
export async function fileCopies(payload: Payload): Promise<FileCopies> {
  const { docs } = await payload.db.find<Stored>({
    collection: 'public-texts',
    where: { subject: { equals: subject } },
    pagination: false,
    limit: 0,
  });
  const agreed = new Map(docs.map((stored) => [stored.row, stored]));
  const standing = agreed.get(baselineRow);
  const baseline = baselineOf(standing?.words);
  return {
    installed: standing ? [...baseline.values()] : null,
    of: ({ kind, name }) => {
      const own = agreed.get(keyOfFile({ kind, name }));
      if (own) {
        const { judged, origin, said } = agreedFileDoor.need(own.words);
        return {
          origin,
          words: wordsIn(kind, fieldsOf(said)),
          since: own.agreedAt,
          isOwn: true,
          judged: own.reason ? { reason: own.reason, findings: judged ?? [] } : null,
        };
      }
      const first = baseline.get(keyOfFile({ kind, name }));
      return first
        ? {
            origin: first.origin,
            words: wordsIn(kind, fieldsOf(first.said)),
            since: first.since,
            isOwn: false,
            judged: null,
          }
        : null;
    },
  };
}

export type { InstalledFile };

/** What of the register cannot be read is as if nobody had said anything: then only the product's own words are public. */
function baselineOf(words: Held<'words'>): Map<string, InstalledFile> {
  if (words === undefined) return new Map();
  const { problem, value } = baselineDoor.read(words);
  if (problem) tellStuck('file installed', '安装时的内容文件登记', new Error(problem));
  return new Map(value.files.map((file) => [file.file, file]));
}

export const installedFile = (
  entry: Pick<FileEntry, 'kind' | 'name'>,
  words: FileWords,
  origin: Origin,
  at: Date,
): InstalledFile => ({ file: keyOfFile(entry), origin, since: at.toISOString(), said: rowsOf(words) });

/** Writes down what stands: all of it in one row, so that it is there whole or not at all. */
export async function keepInstalled(req: PayloadRequest, files: readonly InstalledFile[], at: Date): Promise<void> {
  // Whoever else serves these files shows other words now.
  await write(req, {
    row: baselineRow,
    words: baselineDoor.write({ files: [...files] }),
    version: String(files.length),
    pages: pagesDoor.write(['all']),
    note: '随产品，或安装时就是这样',
    agreedAt: at.toISOString(),
  });
}

export interface FileAgreement {
  origin: Origin;
  /** Who agreed; null: the product itself. */
  by: Writer | null;
  note: string;
  /** What of the checks was held to be wrong, and why; absent: they found nothing. */
  judged?: Judged | null;
  at: Date;
}

/** Makes these words of a file what the public reads. The file itself is not touched. */
export async function keepFile(
  req: PayloadRequest,
  entry: Pick<FileEntry, 'kind' | 'name'>,
  words: FileWords,
  { at, by, judged = null, note, origin }: FileAgreement,
): Promise<void> {
  await write(req, {
    row: keyOfFile(entry),
    words: agreedFileDoor.write({ origin, said: rowsOf(words), ...(judged ? { judged: [...judged.findings] } : {}) }),
    version: nameOfWords(words),
    pages: pagesDoor.write(pagesOf(entry.kind, entry.name)),
    note,
    reason: judged?.reason ?? null,
    proposedBy: by ? fileWriter : null,
    agreedBy: by?.name ?? null,
    agreedById: by?.id ?? null,
    agreedAt: at.toISOString(),
  });
}

async function write(
  req: PayloadRequest,
  row: Omit<PublicText, 'id' | 'key' | 'subject' | 'createdAt' | 'updatedAt'>,
): Promise<void> {
  const data = { ...row, key: keyOf(row.row), subject };
  const made = await insertOnce(['key'], () => req.payload.create({ collection: 'public-texts', data, depth: 0, req }));
  if (!made)
    await req.payload.update({ collection: 'public-texts', where: { key: { equals: data.key } }, data, depth: 0, req });
}

/** Nobody can say which person changed a file: whoever has the server. */
export const fileWriter = '维护服务器的人';
