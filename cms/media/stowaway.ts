import type { Container } from './containers/container.ts';

/** Beginnings of things that other programs would run or unpack. XMP and ICC never hold them. */
const code = /<(script|html|!doctype|body|iframe|\?php|svg[\s>])|javascript:|%pdf-/i;
const archives = ['PK\u0003\u0004', 'Rar!\u001a', '7z\u00bc\u00af', 'MZ\u0090', '\u007fELF'];

/**
 * True when something besides a picture travels in the file (a polyglot): code in the metadata, or code, an archive or
 * a program behind the picture's end. Pixels are not searched: compressed data matches anything now and then.
 */
export function hasStowaway({ blocks, trailing }: Container): boolean {
  const tail = Buffer.from(trailing).toString('latin1');
  if (code.test(tail) || archives.some((start) => tail.includes(start))) return true;
  return blocks.some(({ data }) => code.test(Buffer.from(data).toString('latin1')));
}
