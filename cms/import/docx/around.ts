import type { WordPackage } from './package.ts';
import { quotable, sayings } from './sayings.ts';
import { all, text } from './xml.ts';

/** What headers and footers hold besides page numbers: words, watermarks (which may say that nobody else may read this), pictures. A sentence each. */
export function toldAround(pack: WordPackage): string[] {
  const parts = [...pack.targets(pack.main).values()]
    .filter(({ external, type }) => !external && /^(?:header|footer)$/.test(type))
    .map(({ target }) => pack.xml(target));
  const once = (words: readonly string[]) => [...new Set(words.map((line) => line.trim()).filter(Boolean))];
  const words = quotable(
    once(parts.map((part) => all(part, 'w:t').map(text).join('')))
      .filter((line) => line.replace(/第|共|页|page|of|[\s\d\-—–－·.\/]/gi, '') !== '')
      .join(' '),
  );
  const marks = once(parts.flatMap((part) => all(part, 'v:textpath').map(({ attributes }) => attributes.string ?? '')));
  return [
    ...(words === '' ? [] : [sayings.around(words)]),
    ...marks.map((mark) => sayings.watermark(quotable(mark))),
    ...(parts.some((part) => all(part, 'pic:pic', 'v:imagedata').length > 0) ? [sayings.aroundPictures] : []),
  ];
}
