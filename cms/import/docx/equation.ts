import { raised } from '../../rich-text/raised.ts';
import { child, kids, text, type Xml } from './xml.ts';

const inBrackets = (words: string): string => (/^(?:[\p{L}\p{N}.%]+|\(.*\)|√.*)$/u.test(words) ? words : `(${words})`);
const property = (xml: Xml, group: string, name: string): string | null =>
  child(child(xml, group), name)?.attributes['m:val'] ?? null;

/** An equation (ECMA-376 part 1, §22.1) as one line of text: (a+b)/c, √(x), x², a_i, ∑_(i=1)^n. */
export function equationText(xml: Xml): string {
  const inner = (name: string): string => {
    const found = child(xml, name);
    return found ? equationText(found) : '';
  };
  switch (xml.name) {
    case 'm:r':
      return kids(xml)
        .filter(({ name }) => name === 'm:t' || name === 'w:t')
        .map(text)
        .join('');
    case 'm:f':
      return property(xml, 'm:fPr', 'm:type') === 'noBar'
        ? `(${inner('m:num')} ${inner('m:den')})`
        : `${inBrackets(inner('m:num'))}/${inBrackets(inner('m:den'))}`;
    case 'm:sSup':
      return inner('m:e') + raised(inner('m:sup'), 'super').text;
    case 'm:sSub':
      return inner('m:e') + raised(inner('m:sub'), 'sub').text;
    case 'm:sSubSup':
      return inner('m:e') + raised(inner('m:sub'), 'sub').text + raised(inner('m:sup'), 'super').text;
    case 'm:sPre':
      return raised(inner('m:sub'), 'sub').text + raised(inner('m:sup'), 'super').text + inner('m:e');
    case 'm:rad':
      return `${raised(inner('m:deg'), 'super').text}√${inBrackets(inner('m:e'))}`;
    case 'm:nary':
      return `${property(xml, 'm:naryPr', 'm:chr') ?? '∫'}${raised(inner('m:sub'), 'sub').text}${raised(inner('m:sup'), 'super').text} ${inner('m:e')}`;
    case 'm:d':
      return `${property(xml, 'm:dPr', 'm:begChr') ?? '('}${kids(xml)
        .filter(({ name }) => name === 'm:e')
        .map(equationText)
        .join(property(xml, 'm:dPr', 'm:sepChr') ?? ',')}${property(xml, 'm:dPr', 'm:endChr') ?? ')'}`;
    case 'm:m':
      return `[${kids(xml)
        .filter(({ name }) => name === 'm:mr')
        .map((row) => kids(row).map(equationText).join(' '))
        .join('; ')}]`;
    case 'm:eqArr':
      return kids(xml)
        .filter(({ name }) => name === 'm:e')
        .map(equationText)
        .join('; ');
    default:
      return kids(xml)
        .filter(({ name }) => !name.endsWith('Pr'))
        .map(equationText)
        .join('');
  }
}
