import type { Payload } from 'payload';
import { findMarked } from '../../checking/findings/find-marked.ts';
import { findingKey } from '../../checking/findings/mark.ts';
import type { MarkedFinding } from '../../checking/findings/marked-finding.ts';
import { deskLexicons } from '../../checking/lexicons/desk-lexicons.ts';
import type { FileEntry } from '../../texts/files/entries.ts';
import type { FileWords } from '../../texts/files/file-words.ts';
import { textsOf } from './file-texts.ts';
import { problemsIn, type Problems } from './problems-of.ts';

export interface FileProblems extends Problems {
  /** What the word lists block, each by its `findingKey`: whoever says that it was read wrongly says it of these. */
  findings: string[];
}

/**
 * What the checks say of the words of a file before they become public. The same as of any other public text: an ID number
 * bars; whoever is named and blamed, and what the word lists block, is the secrecy reviewer's to decide.
 */
export async function fileProblems(payload: Payload, entry: FileEntry, words: FileWords): Promise<FileProblems> {
  const texts = textsOf(entry.kind, words).map((text) =>
    entry.kind === 'media' ? { ...text, text: text.text.replaceAll(/<[^>]*>/g, ' ') } : text,
  );
  const { barring, doubts } = problemsIn(texts, entry.data);
  const { index } = await deskLexicons(payload);
  const blocked = findMarked(texts, { lexicons: index }, payload.secret).filter(isBlock);
  return {
    findings: blocked.map(findingKey),
    barring: barring.map((problem) => inFile(problem, entry)),
    doubts: [
      ...doubts,
      ...blocked.map(({ at, mend, text }) => ({
        path: at,
        label: at,
        message: `${at}的“${text}”${mend.replace(/[。.]?$/, '。')}没有同意。`,
      })),
    ].map((problem) => inFile(problem, entry)),
  };
}

/** The telephone of an office may look like a person's: the reviewer who agrees is the one who can tell. */
const isBlock = ({ level, rule }: MarkedFinding): boolean => level === 'block' && !rule.startsWith('personal-data/');

const inFile = <T extends { message: string }>(problem: T, { file }: FileEntry): T => ({
  ...problem,
  message: `${problem.message}要改的是服务器上的文件 ${file}，改好以后再来看。`,
});
