const name = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const token = new RegExp(
  `<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|<\\?xml [^?<>]*\\?>|<(${name})((?:\\s+${name}="[^"<]*")*)\\s*(/?)>|</(${name})>|([^<]+)`,
  'y',
);
/** Characters that XML 1.0 knows in no form. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescape(text: string): string {
  if (/&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text)) throw new Error(`a bare &: ${text}`);
  if (text.includes(']]>')) throw new Error(`]]> in text: ${text}`);
  return text.replace(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g, (_, hex?: string, decimal?: string, entity = '') =>
    hex || decimal ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)) : (entities[entity] ?? ''),
  );
}

/**
 * A reader of XML that stops at the first thing that is none, as programs of readers do (XML 1.0, as far as feeds use it).
 * @returns gives the texts of all elements of a name, in order
 * @throws Error saying what is wrong and where
 */
export function readXml(xml: string): (name: string) => string[] {
  const found: { name: string; text: string }[] = [];
  const open: { name: string; text: string }[] = [];
  const bad = forbidden.exec(xml);
  if (bad) throw new Error(`a character that XML does not know at ${bad.index}`);
  let roots = 0;
  token.lastIndex = 0;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const [whole, cdata, opens, attributes = '', empty, closes, text] = token.exec(xml) ?? [];
    if (whole === undefined) throw new Error(`no XML at ${at}: ${xml.slice(at, at + 60)}`);
    if (opens !== undefined) {
      const named = [...attributes.matchAll(/([\w.:-]+)="([^"]*)"/g)];
      named.forEach(([, , value = '']) => unescape(value));
      if (new Set(named.map(([, one]) => one)).size < named.length) throw new Error(`an attribute twice: ${whole}`);
      if (open.length === 0) roots += 1;
      const element = { name: opens, text: '' };
      found.push(element);
      if (empty === '') open.push(element);
    } else if (closes !== undefined) {
      if (open.pop()?.name !== closes) throw new Error(`${closes} is not open at ${at}`);
    } else if (text !== undefined || cdata !== undefined) {
      const words = cdata ?? unescape(text ?? '');
      if (open.length === 0 && words.trim() !== '') throw new Error(`text outside at ${at}`);
      for (const element of open) element.text += words;
    }
  }
  if (open.length > 0 || roots !== 1) throw new Error(`${roots} roots, ${open.length} open at the end`);
  return (wanted) => found.filter((one) => one.name === wanted).map((one) => one.text);
}
