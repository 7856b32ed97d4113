import { readBytes } from '../../../cms/checks/files/read-bytes.ts';
import { sniff } from '../../../cms/checks/files/sniff.ts';
import { unzip } from '../../../cms/checks/files/unzip.ts';

/**
 * Every string that somebody reads who opens a PDF, DOCX or ZIP: its text (a PDF's text layer, also of files packed within)
 * and the names of packed files. Read by the product's own readers.
 * @throws Error when a part cannot be read: then nobody knows what it says
 */
export async function documentStrings(bytes: Buffer, name: string): Promise<string[]> {
  const { findings, texts } = await readBytes(bytes, name);
  const unread = findings.find(({ rule }) => rule.startsWith('unreadable/') && rule !== 'unreadable/no-text');
  if (unread) throw new Error(`${name}: ${unread.rule} ${unread.at}`);
  // A line that ended at the edge of the paper goes on in the next one.
  return [
    ...packedNames(bytes),
    ...texts
      .filter(({ kind }) => kind !== 'machine')
      .flatMap(({ text }) => text.replaceAll(/\s*\n\s*/g, '\n').split('\n')),
  ];
}

function packedNames(bytes: Uint8Array): string[] {
  if (sniff(bytes) !== 'zip') return [];
  return unzip(bytes).flatMap((entry) => [entry.name, ...packedNames(entry.bytes)]);
}
