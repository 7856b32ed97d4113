import { blocksOf, markOf, type Block } from '../../campaigns/channels/shared/blocks.ts';
import { escapeHtml } from '../rich-text/escape.ts';
import { framePage } from './framed.ts';

/** 基本栏 of a broadsheet in small five type: 12 字 a line; 80 lines are about two thirds of a page's height. */
const column = { perLine: 12, lines: 80 };

export interface Setting {
  /** Lines at `column.perLine`, first lines of paragraphs indented by two. */
  lines: number;
  /** Columns at `column.lines`, at least a half one. */
  columns: number;
}

/** How much room a text takes in print, roughly: the page editor decides. `text` has paragraphs separated by a blank line. */
export function setting(text: string): Setting {
  const lines = text
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .reduce((sum, part) => sum + Math.ceil(([...part.trim()].length + 2) / column.perLine), 0);
  return { lines, columns: lines === 0 ? 0 : Math.max(0.5, Math.round((lines / column.lines) * 2) / 2) };
}

const style = `
body { margin: 0; padding: 20px 24px 32px; background: #fbfaf6; color: #1b1d20; font: 15px/1.6 "Songti SC", "Noto Serif CJK SC", SimSun, serif; overflow-wrap: anywhere; }
.head { display: flex; justify-content: space-between; border-bottom: 3px double #1b1d20; padding-bottom: 6px; font-size: 13px; }
h1 { margin: 16px 0 6px; font-size: 26px; line-height: 1.3; text-align: center; text-wrap: balance; }
.by { margin: 0 0 14px; text-align: center; font-size: 13px; }
.text { columns: 12em 3; column-gap: 1.4em; column-rule: 1px solid #c9c5ba; }
.text > * { margin: 0; text-indent: 2em; }
.text h2, .text h3 { font-size: 15px; text-indent: 0; margin: .5em 0; }
.text .item { text-indent: 0; padding-left: 1em; }
.text .picture { text-indent: 0; margin: .5em 0; padding: .5em; border: 1px dashed #86837b; font-size: 12px; text-align: center; break-inside: avoid; }
.text img { max-width: 100%; display: block; margin: 0 auto; }
`;

export interface PaperStory {
  title: string;
  author: string;
  source: string;
  html: string;
}

/** The story set in columns, from the same blocks that make 稿件.docx. `pictureUrl` gives what the desk can show. */
export function newspaperPage(
  story: PaperStory,
  outlet: string,
  page: string,
  pictureUrl: (id: string) => string | null,
): string {
  const paragraphs = blocksOf(story.html)
    .map((block) => paragraph(block, pictureUrl))
    .join('');
  return framePage(
    story.title,
    style,
    `<div class="head"><b>${escapeHtml(outlet)}</b><span>${escapeHtml(page)}</span></div><h1>${escapeHtml(story.title)}</h1><p class="by">${escapeHtml(story.author)}　${escapeHtml(story.source)}</p><div class="text">${paragraphs}</div>`,
  );
}

function paragraph(block: Block, pictureUrl: (id: string) => string | null): string {
  if (block.kind === 'picture') {
    const url = pictureUrl(block.imageId);
    return `<p class="picture">${url ? `<img src="${escapeHtml(url)}" alt="">` : '此处配图'}</p>`;
  }
  const words = escapeHtml(block.text).replaceAll('\n', '<br>');
  if (block.kind === 'heading') return `<h${block.level}>${words}</h${block.level}>`;
  return block.kind === 'item'
    ? `<p class="item"${block.depth > 0 ? ` style="padding-left:${block.depth + 1}em"` : ''}>${markOf(block)}${words}</p>`
    : `<p>${words}</p>`;
}
