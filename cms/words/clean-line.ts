/**
 * What nobody sees and everybody compares: control characters, zero-width and bidirectional marks, fillers that look like
 * a blank (Unicode: Cc, Cf, Default_Ignorable), noncharacters and halves of a surrogate pair. They let two titles look
 * alike, turn a name round, or make a line that is empty to the eye and not to a program. Kept: what draws a character,
 * which is a joiner between two pictographs and a variation selector after a character (rare forms in names).
 */
const unseen =
  /(?<!\p{Extended_Pictographic}\uFE0F?[\u{1F3FB}-\u{1F3FF}]?)\u200D|\u200D(?!\p{Extended_Pictographic})|(?<![\p{L}\p{N}\p{P}\p{S}])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]|(?![\t\n\v\f\r\u0085\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]|\p{Cs}/gu;

/** Text as it stands, without what nobody sees; blanks and line ends stay as they are. For the pieces of a longer text. */
export const seenOnly = (text: string): string => text.replace(unseen, '').normalize('NFC');

const blanks = /[\s\u0085]+/gu;

/**
 * One line as people see it: without hidden characters, composed (NFC), each run of blanks and line ends one blank (a run of
 * full-width blanks one full-width blank), none at the ends. What shows nothing becomes the empty text. For titles, names,
 * labels, captions and file names; idempotent.
 */
export const cleanLine = (text: string): string =>
  seenOnly(text)
    .replace(blanks, (run) => (/^\u3000+$/.test(run) ? '\u3000' : ' '))
    .trim();

/** Text over several lines: hidden characters go, line ends are `\n`, no blanks at the end of a line or around the whole. */
export const cleanText = (text: string): string =>
  seenOnly(text)
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .trim();

/**
 * What two lines must differ in to be told apart by a reader: without blanks, half and full width alike (NFKC), small
 * letters. To find out whether a name is taken; never to be stored or shown.
 */
export const lineKey = (text: string): string => cleanLine(text).normalize('NFKC').replace(blanks, '').toLowerCase();
