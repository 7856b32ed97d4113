import { decodeHTML } from 'entities';
import { unzipSync } from 'fflate';
import { readPdf } from '../../../cms/checks/files/read-pdf.ts';

const squeezed = (text: string): string => text.replace(/\s+/gu, '');

/** The words of a file that was fetched, by its name: no tags, no blanks, archives opened. */
export async function plain(name: string, bytes: Uint8Array): Promise<string> {
  if (/\.(zip|docx)$/.test(name)) {
    const parts = await Promise.all(
      Object.entries(unzipSync(bytes))
        .filter(([path]) => !/\.(png|jpe?g|webp)$/.test(path))
        .map(([path, part]) => plain(path, part)),
    );
    return parts.join('\n');
  }
  if (name.endsWith('.pdf')) {
    const { texts } = await readPdf(bytes, () => Promise.reject(new Error('no attachments')));
    return squeezed(texts.map(({ text }) => text).join('')).normalize('NFKC');
  }
  const text = new TextDecoder().decode(bytes);
  // A feed holds its HTML escaped once more, or in a CDATA section.
  return squeezed(decodeHTML(decodeHTML(text.replace(/<!\[CDATA\[|\]\]>/g, '')).replace(/<[^>]*>/g, '')));
}
