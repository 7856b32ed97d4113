import type { Payload } from 'payload';
import { findMarked } from '../../checking/findings/find-marked.ts';
import { deskLexicons } from '../../checking/lexicons/desk-lexicons.ts';
import { blameIn } from '../../checking/save/refuse-blame.ts';
import { idNumbersIn } from '../../checking/save/refuse-id-numbers.ts';
import type { FileEntry } from '../../texts/files/entries.ts';
import { textsOf } from './file-texts.ts';
import { withoutSaving } from './without-saving.ts';
import type { FileWords } from '../../texts/files/file-words.ts';

/**
 * Why the words of a file may not become public, in one sentence; null: they may. The same checks as of any public text:
 * ID numbers, whoever is named and blamed, and what the word lists block.
 */
export async function fileProblem(payload: Payload, entry: FileEntry, words: FileWords): Promise<string | null> {
  const texts = textsOf(entry.kind, words).map((text) => (entry.kind === 'media' ? { ...text, text: text.text.replaceAll(/<[^>]*>/g, ' ') } : text));
  const [refused] = [...idNumbersIn(texts), ...blameIn(texts, entry.data)];
  if (refused) return inFile(withoutSaving(refused.message), entry);
  const { index } = await deskLexicons(payload);
  // The telephone of an office may look like a person's: the reviewer who agrees is the one who can tell.
  const blocked = findMarked(texts, { lexicons: index }, payload.secret).find(({ level, rule }) => level === 'block' && !rule.startsWith('personal-data/'));
  return blocked ? inFile(`没有同意：${blocked.at}的“${blocked.text}”，${blocked.mend}。`, entry) : null;
}

const inFile = (sentence: string, { file }: FileEntry): string => `${sentence}要改的是服务器上的文件 ${file}，改好以后再来看。`;
