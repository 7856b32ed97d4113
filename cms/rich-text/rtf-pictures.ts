/**
 * The pictures that Word puts beside its HTML, as `data:` addresses in the order of the text; null for formats that no
 * browser shows (WMF, EMF). Word's HTML only names temporary files of the writer's machine, the bytes are in the RTF.
 */
export function rtfPictures(rtf: string): (string | null)[] {
  const found: (string | null)[] = [];
  const skipped: number[] = [];
  let depth = 0;
  for (let at = 0; at < rtf.length; at++) {
    const sign = rtf[at];
    if (sign === '\\' && '\\{}'.includes(rtf[at + 1] ?? ' ')) at += 1;
    else if (sign === '{') {
      depth += 1;
      // A second, older form of the same picture; headers and footers are not in the HTML.
      if (
        skipped.length === 0 &&
        /^\{(?:\\\*)?\\(?:nonshppict|header[lrf]?|footer[lrf]?|listpicture|background)\b/.test(rtf.slice(at, at + 20))
      )
        skipped.push(depth);
      if (skipped.length === 0 && rtf.startsWith('{\\pict', at)) {
        const end = groupEnd(rtf, at);
        found.push(pictureIn(rtf.slice(at, end)));
        at = end - 1;
        depth -= 1;
      }
    } else if (sign === '}') {
      if (skipped.at(-1) === depth) skipped.pop();
      depth -= 1;
    }
  }
  return found;
}

/** Behind the bracket that closes the group opened at `start`. */
function groupEnd(rtf: string, start: number): number {
  let depth = 0;
  for (let at = start; at < rtf.length; at++) {
    if (rtf[at] === '\\') at += 1;
    else if (rtf[at] === '{') depth += 1;
    else if (rtf[at] === '}' && --depth === 0) return at + 1;
  }
  return rtf.length;
}

function pictureIn(group: string): string | null {
  const kind = /\\(png|jpeg)blip\b/.exec(group)?.[1];
  // Groups inside (identifiers, properties) are hexadecimal too; the picture is what is left.
  let rest = group.slice(1, -1);
  for (let before = ''; before !== rest; ) [before, rest] = [rest, rest.replace(/\{[^{}]*\}/g, '')];
  const hex = rest.replace(/\\[a-z]+-?\d* ?/gi, '').replace(/[^0-9a-f]/gi, '');
  if (!kind || hex.length < 32) return null;
  let binary = '';
  for (let i = 0; i + 1 < hex.length; i += 2) binary += String.fromCharCode(Number.parseInt(hex.slice(i, i + 2), 16));
  return `data:image/${kind};base64,${btoa(binary)}`;
}
