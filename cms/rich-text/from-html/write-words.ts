import { linebreak, linkNode, textNode } from '../make.ts';
import type { RichNode } from '../node.ts';
import { raised } from '../raised.ts';
import { noteNode } from './block.ts';
import type { Piece } from './inline.ts';
import { sameLook, type Look } from './look.ts';

const cjk = '[\\p{Script=Han}\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f“”‘’—…]';
const endsChinese = new RegExp(`${cjk}$`, 'u');
const beginsChinese = new RegExp(`^${cjk}`, 'u');
const unseenSigns = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060]/g;
const unraised = '@的上标或下标没有相应的字符，改用 ^、_ 或方括号写出：请核对。';
type Run = (Look & { text: string }) | 'break' | { say: string };

/**
 * Pieces as one line of the editor's words: spaces of the source are no spaces of the text (a wrapped line is a blank between
 * Latin words, nothing between Chinese ones), none at the ends and none around breaks.
 * @param plain without bold and italic (headings are so already)
 */
export function writeWords(pieces: readonly Piece[], plain = false): RichNode[] {
  const nodes: { link: string | null; node: RichNode }[] = [];
  for (const run of trimmed(joined(tidy(pieces)))) {
    if (run === 'break') nodes.push({ link: null, node: linebreak() });
    else if ('say' in run) nodes.push({ link: null, node: noteNode(run.say) });
    else {
      const { exact, text } = run.raise ? raised(run.text, run.raise) : { exact: true, text: run.text };
      nodes.push({
        link: run.text.trim() === '' ? null : run.link,
        node: textNode(text, plain || text.trim() === '' ? 0 : (run.bold ? 1 : 0) | (run.italic ? 2 : 0)),
      });
      if (!exact) nodes.push({ link: null, node: noteNode(unraised) });
    }
  }
  return linked(nodes);
}

/** Blanks settled: of a run of them, across pieces too, one is left where the text has one. */
function tidy(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  let last = '';
  let blank = null as { look: Look; line: boolean } | null;
  for (const piece of pieces) {
    if (piece === 'break') {
      runs.push(piece);
      [last, blank] = ['', null];
    } else if ('say' in piece) runs.push(piece);
    else if ('text' in piece) {
      for (const token of piece.text
        .replace(unseenSigns, '')
        .split(/([ \t\r\n\f\v\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\ufeff]+)/)) {
        if (token === '') continue;
        if (/^[^\S\u3000]+$/.test(token) || token === '\u0085') {
          blank = { look: blank?.look ?? piece, line: (blank?.line ?? false) || /[\r\n]/.test(token) };
          continue;
        }
        const word = last === '' ? token.replace(/^\u3000+/, '') : token;
        if (word === '') continue;
        if (blank && last !== '' && !(blank.line && endsChinese.test(last) && beginsChinese.test(word)))
          runs.push({ ...blank.look, text: ' ' });
        runs.push({ ...piece, text: word });
        [last, blank] = [word.slice(-2), null];
      }
    }
  }
  return runs;
}

/** Neighbours of one look are one run; a blank takes part in the run before it when they share it. */
function joined(runs: readonly Run[]): Run[] {
  const done: Run[] = [];
  for (const run of runs) {
    const before = done.at(-1);
    if (
      run !== 'break' &&
      'text' in run &&
      before !== undefined &&
      before !== 'break' &&
      'text' in before &&
      sameLook(before, run)
    )
      done[done.length - 1] = { ...before, text: before.text + run.text };
    else done.push(run);
  }
  return done;
}

const isWords = (run: Run): boolean => run !== 'break' && 'text' in run;

/** Without breaks at the ends, and without the wide blanks before a break or the end. */
function trimmed(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(isWords);
  const last = runs.findLastIndex(isWords);
  return runs.flatMap((run, i): Run[] => {
    if (run === 'break') return i < first || i > last || first < 0 ? [] : [run];
    if ('say' in run) return [run];
    let at = i + 1;
    for (let next = runs[at]; next !== undefined && next !== 'break' && 'say' in next; next = runs[at]) at += 1;
    const ends = runs[at];
    return [ends === undefined || ends === 'break' ? { ...run, text: run.text.replace(/[\s\u3000]+$/, '') } : run];
  });
}

function linked(nodes: readonly { link: string | null; node: RichNode }[]): RichNode[] {
  const done: RichNode[] = [];
  let open: { link: string; children: RichNode[] } | null = null;
  for (const { link, node } of nodes) {
    if (node.type === 'text' && node.text === '') continue;
    if (open && (link === open.link || node.type === 'note')) open.children.push(node);
    else if (link !== null) {
      open = { link, children: [node] };
      done.push(linkNode(link, open.children));
    } else {
      open = null;
      done.push(node);
    }
  }
  return done;
}
