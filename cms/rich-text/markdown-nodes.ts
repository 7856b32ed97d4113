import { chineseMarked } from './chinese-marked.ts';
import { readHtml, type SourceNode } from './from-html/source-node.ts';

const marked = chineseMarked();

/** Markdown, with the rules that Chinese text needs, as what the one reader of foreign texts reads (`from-html/read.ts`). */
export const markdownNodes = (markdown: string): SourceNode[] => readHtml(marked.parse(markdown, { async: false }));
