import { parseXml } from './parse-xml.ts';
import { unescaped } from './sheet-text.ts';

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * The strings of a workbook in their order.
 * @param hear gets how words are spoken (`rPh`, printed small above them): no part of the word
 */
export function sharedStrings(xml: string, hear: (spoken: string) => void = () => undefined): string[] {
  const all: string[] = [];
  let aloud = 0;
  let within = false;
  parseXml(xml, {
    onopentag: (tag) => {
      const element = local(tag);
      if (element === 'si') all.push('');
      if (element === 'rPh') aloud += 1;
      within = element === 't';
    },
    ontext: (text) => {
      if (aloud > 0) hear(text);
      else if (within && all.length > 0) all[all.length - 1] += text;
    },
    onclosetag: (tag) => {
      if (local(tag) === 'rPh') aloud -= 1;
      within = false;
    },
  });
  return all.map(unescaped);
}
