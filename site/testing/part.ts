import { DomUtils, parseDocument } from 'htmlparser2';
import type { Reader } from '../../cms/read/reader.ts';
import { render } from './render.ts';

/** An element as htmlparser2 reads it. */
export type Found = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** A rendered component, to be asked what a visitor would ask of it. */
export interface Part {
  html: string;
  /** What stands there, without the spaces of the markup. */
  text: string;
  links: { href: string; text: string }[];
  all(name: string): Found[];
  /** Texts of the elements of a name, empty ones too. */
  texts(name: string): string[];
}

export const textOf = (found: Found): string => DomUtils.textContent(found).replace(/\s+/gu, ' ').trim();

/** Reads HTML as a browser would. */
export function readPart(html: string): Part {
  const document = parseDocument(html);
  const all = (name: string) => DomUtils.getElementsByTagName(name, document, true);
  return {
    html,
    all,
    text: DomUtils.textContent(document).replace(/\s+/gu, ' ').trim(),
    links: all('a').map((link) => ({ href: link.attribs.href ?? '', text: textOf(link) })),
    texts: (name) => all(name).map(textOf),
  };
}

/** Renders a component of `site/components/` by itself. */
export const part = async (path: string, props: Record<string, unknown>, reader?: Reader): Promise<Part> =>
  readPart((await render(`components/${path}.astro`, { props, ...(reader ? { reader } : {}) })).html);
