import { decodeText } from '../../checks/files/decode-text.ts';
import { element, readHtml, type SourceNode } from '../../rich-text/from-html/source-node.ts';
import { archivedPage } from './mht.ts';
import { openWord } from './open-word.ts';
import { sayings } from './sayings.ts';
import type { Word } from './word.ts';
import type { Xml } from './xml.ts';

const deepest = 3;

/** A file that Word shows as a part of the text (w:altChunk): a web page, a text, another document. */
export function chunkNodes({ attributes }: Xml, word: Word): SourceNode[] {
  const target = word.targets.get(attributes['r:id'] ?? '')?.target ?? '';
  const bytes = word.pack.bytes(target);
  const kind = /\.([a-z0-9]+)$/i.exec(target)?.[1]?.toLowerCase() ?? '';
  if (!bytes) return [{ say: sayings.chunk('文件') }];
  if (kind === 'docx') return documentNodes(bytes, word);
  const text = decodeText(bytes);
  if (/^x?html?$/.test(kind)) return [...readHtml(text), { say: sayings.chunkRead }];
  if (kind === 'txt')
    return [...text.split(/\r?\n/).map((line) => element('p', [{ text: line }])), { say: sayings.chunkRead }];
  const page = /^mht(?:ml)?$/.test(kind) ? archivedPage(bytes) : null;
  return page === null ? [{ say: sayings.chunk('文件') }] : [...readHtml(page), { say: sayings.chunkRead }];
}

function documentNodes(bytes: Uint8Array, word: Word): SourceNode[] {
  return word.depth >= deepest
    ? [{ say: sayings.chunk('文件') }]
    : [...openWord(bytes, word).nodes, { say: sayings.chunkRead }];
}
