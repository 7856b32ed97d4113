interface Styled {
  name: string;
  attribs: Record<string, string>;
}

/** No page needs more; each is tried on each element. */
const mostRules = 200;
const hides =
  /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:[;!}]|$))/i;

/**
 * What a page's own style sheet hides, marked as hidden on the elements: rules for a tag, a class, an id or a tag with one of
 * these. Rules for printing and those with more complicated selectors are passed over: what they hide is rather shown than lost.
 */
export function sheetHidden(sheets: readonly string[], elements: readonly Styled[]): void {
  const selectors = [...new Set(sheets.flatMap(hiddenSelectors))].slice(0, mostRules).map(parts);
  if (selectors.length === 0) return;
  for (const element of elements) {
    const classes = (element.attribs.class ?? '').split(/\s+/);
    if (selectors.some((one) => fits(element, classes, one))) element.attribs.hidden = '';
  }
}

const rule = /([^{}]+)\{([^{}]*)\}/g;

function hiddenSelectors(sheet: string): string[] {
  const plain = sheet
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@[a-z-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi, '')
    .replace(/<!--|-->/g, '');
  return [...plain.matchAll(rule)].flatMap(([, names = '', body = '']) =>
    hides.test(body)
      ? names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => /^[a-z0-9]*(?:[.#][\w-]+)?$/i.test(name) && name !== '')
      : [],
  );
}

interface Selector {
  tag: string;
  kind: string;
  word: string;
}

function parts(selector: string): Selector {
  const [, tag = '', kind = '', word = ''] = /^([a-z0-9]*)(?:([.#])([\w-]+))?$/i.exec(selector) ?? [];
  return { tag: tag.toLowerCase(), kind, word };
}

function fits({ attribs, name }: Styled, classes: readonly string[], { kind, tag, word }: Selector): boolean {
  if (tag !== '' && tag !== name) return false;
  if (kind === '#') return attribs.id === word;
  return kind === '.' ? classes.includes(word) : tag !== '';
}
