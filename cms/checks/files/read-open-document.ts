import { inside, join, type Contents } from './contents.ts';
import { decodeText } from './decode-text.ts';
import type { ReadBytes } from './read-bytes.ts';
import { Unreadable } from './unreadable.ts';
import type { ZipEntry } from './unzip.ts';
import { readXmlPart, type XmlPart } from './xml-part.ts';

const kinds = /^application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation|graphics)/;
const parts: Record<string, [string, XmlPart['kind']]> = {
  'content.xml': ['正文', 'prose'],
  'styles.xml': ['页眉页脚', 'prose'],
  'meta.xml': ['文档属性', 'prose'],
};
/** Settings of programs, cached layouts and fonts: no words. */
const silent =
  /^(?:mimetype|settings\.xml|manifest\.rdf|layout-cache|META-INF\/|Configurations2\/|Fonts\/)|\.(?:ttf|otf|svm|wmf|emf)$/i;

/** Whether an archive is an OpenDocument file (ISO/IEC 26300: odt, ods, odp, odg). */
export function isOpenDocument(entries: readonly ZipEntry[]): boolean {
  const type = entries.find(({ name }) => name === 'mimetype');
  return type !== undefined && kinds.test(Buffer.from(type.bytes.subarray(0, 80)).toString('latin1'));
}

/** Words, headers, properties, pictures and embedded files of an OpenDocument file. @throws Unreadable when it has a password */
export async function readOpenDocument(entries: readonly ZipEntry[], read: ReadBytes): Promise<Contents> {
  const manifest = entries.find(({ name }) => name === 'META-INF/manifest.xml');
  if (manifest && /encryption-data/.test(decodeText(manifest.bytes))) throw new Unreadable('encrypted');
  const open = entries.filter(({ bytes, name }) => bytes.length > 0 && !silent.test(name));
  return join(
    await Promise.all(
      open.map(async ({ bytes, name }) => {
        const [field, kind] = parts[name] ?? (/\.xml$/i.test(name) ? [name, 'prose' as const] : []);
        if (field && kind) return { texts: readXmlPart(decodeText(bytes), { field, kind }), findings: [] };
        return inside(`内嵌文件 ${name}`, await read(bytes, name));
      }),
    ),
  );
}
