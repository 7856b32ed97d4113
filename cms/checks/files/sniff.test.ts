import { expect, it } from 'vitest';
import { sniff } from './sniff.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

it.each<[string, Uint8Array, string]>([
  ['an archive', bytes('PK\x03\x04...'), 'zip'],
  ['an empty archive', bytes('PK\x05\x06...'), 'zip'],
  ['a PDF', bytes('%PDF-1.7'), 'pdf'],
  ['a PDF behind a line of a mail program', bytes('junk\r\n%PDF-1.4'), 'pdf'],
  ['a text that speaks of PDF far down', bytes(`${'x'.repeat(2000)}%PDF-`), 'text'],
  ['a photograph', bytes('\xff\xd8\xff\xe0'), 'jpeg'],
  ['a PNG', bytes('\x89PNG\r\n\x1a\n'), 'png'],
  ['a GIF', bytes('GIF89a'), 'gif'],
  ['a WebP', bytes('RIFF\0\0\0\0WEBP'), 'webp'],
  ['a sound that begins like one', bytes('RIFF\0\0\0\0WAVEfmt \x01\x02\x03\x04\x05'), 'binary'],
  ['an old Office file', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'ole'],
  ['a text', Buffer.from('诚信广元'), 'text'],
  ['a text in UTF-16', Buffer.from('\ufeffab', 'utf16le'), 'text'],
  ['a text in UTF-16 without a mark', Buffer.from('only letters here', 'utf16le'), 'text'],
  ['a text with one strange sign in many', bytes(`${'x'.repeat(400)}\x01`), 'text'],
  ['a text with a form feed and an escape', bytes('a\fb\x1b[0m'), 'text'],
  ['a program', bytes('\x7fELF\x01\x02\x03\x04\x05\x06'), 'binary'],
  ['nothing', Buffer.alloc(0), 'text'],
])('%s', (_, head, sort) => expect(sniff(head)).toBe(sort));
