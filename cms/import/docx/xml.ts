import { parseXml } from '../../checks/files/parse-xml.ts';

/** An element of an office file; its names bear the usual prefixes, whatever the file calls its namespaces. */
export interface Xml {
  name: string;
  attributes: Record<string, string>;
  children: (Xml | string)[];
}

const schemas = 'http://schemas.openxmlformats.org/';
const strict = 'http://purl.oclc.org/ooxml/';
/** The usual prefix of a namespace by its name in either edition of the standard (ECMA-376, transitional and strict). */
const rooms: Record<string, string> = {
  w: 'wordprocessingml/2006/main',
  a: 'drawingml/2006/main',
  wp: 'drawingml/2006/wordprocessingDrawing',
  pic: 'drawingml/2006/picture',
  c: 'drawingml/2006/chart',
  dgm: 'drawingml/2006/diagram',
  m: 'officeDocument/2006/math',
  r: 'officeDocument/2006/relationships',
};
const prefixes = new Map<string, string>([
  ...Object.entries(rooms).flatMap(([prefix, room]): [string, string][] => [
    [schemas + room, prefix],
    [strict + room.replace('/2006', ''), prefix],
  ]),
  [`${schemas}markup-compatibility/2006`, 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
]);

/** @throws Unreadable when it is nested too deep */
export function readXml(xml: string): Xml {
  const root: Xml = { name: '', attributes: {}, children: [] };
  const open: { element: Xml; names: ReadonlyMap<string, string> }[] = [{ element: root, names: new Map() }];
  parseXml(xml, {
    onopentag(name, attributes) {
      const above = open.at(-1)?.names ?? new Map<string, string>();
      const all = Object.entries(attributes);
      const declared = all
        .filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
        .map(([key, value]): [string, string] => [key.slice(6), value]);
      const names = declared.length > 0 ? new Map([...above, ...declared]) : above;
      const element: Xml = { name: usual(name, names), attributes: {}, children: [] };
      for (const [key, value] of all)
        if (!key.startsWith('xmlns')) element.attributes[key.includes(':') ? usual(key, names) : key] = value;
      open.at(-1)?.element.children.push(element);
      open.push({ element, names });
    },
    ontext: (text) => open.at(-1)?.element.children.push(text),
    onclosetag: () => open.length > 1 && open.pop(),
  });
  return root;
}

function usual(name: string, names: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const own = colon < 0 ? '' : name.slice(0, colon);
  const prefix = prefixes.get(names.get(own) ?? '') ?? own;
  const local = name.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}

export const kids = (xml: Xml | null | undefined): Xml[] =>
  (xml?.children ?? []).filter((node): node is Xml => typeof node !== 'string');
export const child = (xml: Xml | null | undefined, name: string): Xml | null =>
  kids(xml).find((node) => node.name === name) ?? null;
export const val = (xml: Xml | null | undefined, name: string): string | null =>
  child(xml, name)?.attributes['w:val'] ?? null;

/** All elements of a name below, in order. */
export function all(xml: Xml | null, ...names: string[]): Xml[] {
  return kids(xml).flatMap((node) => [...(names.includes(node.name) ? [node] : []), ...all(node, ...names)]);
}
export const first = (xml: Xml | null, ...names: string[]): Xml | null => all(xml, ...names)[0] ?? null;
export const text = (xml: Xml): string =>
  xml.children.map((node) => (typeof node === 'string' ? node : text(node))).join('');

/** A property that is on by standing there (ECMA-376 part 1, §17.17.4); undefined when it says nothing. */
export function isOn(properties: Xml | null | undefined, name: string): boolean | undefined {
  const found = child(properties, name);
  return found ? !/^(?:0|false|off|none)$/.test(found.attributes['w:val'] ?? '') : undefined;
}
