import { TextRun } from 'docx';

/**
 * A typeface for Chinese with the one that stands beside it for Latin letters and figures. The hint makes signs that
 * both scripts use (“ ” … —) Chinese.
 */
export const typeface = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  eastAsia,
  hAnsi: 'Times New Roman',
  hint: 'eastAsia',
});

/** A text as runs: its line breaks stay breaks. */
export const brokenLines = (text: string): TextRun[] =>
  text.split('\n').map((line, i) => new TextRun({ text: line, break: i === 0 ? 0 : 1 }));
