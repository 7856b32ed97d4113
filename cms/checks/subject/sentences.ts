/** A piece of a text and where it begins. */
export interface Sentence {
  text: string;
  from: number;
}

/** Lines that go on about the same: dates of one story (“3月4日 …”), and what begins with he, she or it. */
const goesOn =
  /^(?:[0-9]{1,4}[-年.\/:：][0-9]{0,2}|[0-9]{1,2}月|[一二三四五六七八九十]{1,2}月|第[一二三四五六七八九十0-9]{1,3}[天周年月次]|[上下]午|次日|当天|随后|后来|周[一二三四五六日]|星期[一二三四五六日]|[月年]底|[0-9]{4}\s)/u;
const heOrShe =
  /^(?:[\p{Script=Han}]{1,4}[：:])?(?:[一二三四五六七八九十两几]{1,3}年[里来]，)?(?:他|她|该店|该公司|对方|这家|此人)/u;
/** A line of a time line, not a paragraph of a story. */
const longestEntry = 60;

/** Paragraphs and lines; those that go on about the same are one. */
export function blocks(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const last = found.at(-1);
    const isNext =
      last &&
      last.from + last.text.length + 2 >= index &&
      last.text.length < longestBlock &&
      (heOrShe.test(line) || (line.length <= longestEntry && goesOn.test(line) && goesOn.test(last.text)));
    if (isNext) last.text = text.slice(last.from, index + line.length);
    else found.push({ text: line, from: index });
  }
  return found;
}

const longestBlock = 2_000;

const longest = 160;

/** A text without full stops is cut by length, so that no sentence grows with the text. */
export function sentences(paragraph: string, at: number): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (let i = 0; i <= paragraph.length; i += 1) {
    if (i < paragraph.length && !ends.has(paragraph[i] ?? '')) continue;
    while (from < i) {
      const to = from + pieceSize(paragraph, from, i);
      found.push({ text: paragraph.slice(from, to), from: at + from });
      from = to;
    }
    from = i + 1;
  }
  return found;
}
const ends = new Set('。！？；!?;\n');

/** Not in the middle of a word where a mark is near. */
function pieceSize(text: string, from: number, to: number): number {
  if (to - from <= longest) return to - from;
  const mark = /^[\s\S]*[，、：,]/u.exec(text.slice(from + longest - 60, from + longest));
  return mark ? longest - 60 + mark[0].length : longest;
}
