import { isElement, type SourceElement } from './source-node.ts';

/** At most so many signs, none of them halved. */
export const cut = (text: string, most: number): string =>
  text.length > most && [...text].length > most ? `${[...text].slice(0, most).join('')}…` : text;

/** An address or a name as a note shows it: never the bytes of a `data:` one, never endless. */
export const readable = (text: string): string =>
  /^data:/i.test(text.trim()) ? '写在网页里' : cut(text.trim().replaceAll('@', '＠'), 200);

const stated = (text: string | undefined): boolean => Boolean(text?.trim()) && !/^about:/i.test(text?.trim() ?? '');

/** Where an embedded thing itself lies, as the page says; '' when it does not. For people. */
export function whereItLies({ attributes, children }: SourceElement): string {
  const inside = children
    .filter(isElement)
    .filter(({ attributes: { name = 'src' } }) => /^(?:src|movie|url|data|filename)$/i.test(name))
    .map((child) => child.attributes.src ?? child.attributes.value);
  return readable(
    [attributes.src, attributes.data, attributes['data-src'], attributes.href, ...inside].find(stated) ?? '',
  );
}
