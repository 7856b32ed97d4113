import { seenOnly } from '../words/clean-line.ts';
import { storableLink } from '../words/storable-link.ts';
import { isRichText, type RichNode, type RichText } from './node.ts';

const links = new Set(['link', 'autolink']);

/** The text without characters that nobody sees, in words and addresses; everything else as it was. */
export function tidyRichText(body: RichText): RichText {
  const tidy = (node: RichNode): RichNode => ({
    ...node,
    ...(typeof node.text === 'string' ? { text: seenOnly(node.text) } : {}),
    ...(node.fields && links.has(node.type) && typeof node.fields.url === 'string'
      ? { fields: { ...node.fields, url: storableLink(node.fields.url) ?? node.fields.url } }
      : {}),
    ...(node.children ? { children: node.children.map(tidy) } : {}),
  });
  return { ...body, root: tidy(body.root) };
}

const wordsOf = (node: RichNode): string => (node.text ?? '') + (node.children ?? []).map(wordsOf).join('');

/** The words of every link whose address may not be stored (see `storableLink`), in order. */
export function badLinks(body: unknown): string[] {
  const found: string[] = [];
  const walk = (node: RichNode) => {
    const url = node.fields?.url;
    if (
      links.has(node.type) &&
      url !== undefined &&
      url !== null &&
      url !== '' &&
      (typeof url !== 'string' || storableLink(url) === null)
    )
      found.push(wordsOf(node).trim());
    node.children?.forEach(walk);
  };
  if (isRichText(body)) walk(body.root);
  return found;
}
