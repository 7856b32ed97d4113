import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** ZIP keeps local wall-clock time: made of local parts, this instant is the same bytes in every zone. */
const stamp = new Date(1980, 0, 1);

/** Files as a ZIP that is the same bytes whenever and wherever it is made. */
export const zipFiles = (files: readonly { path: string; bytes: Uint8Array }[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])) as Zippable, { mtime: stamp, level: 6 });

/** Packs a Word file again without the hour it was made; `settle` fixes the dates inside its properties. */
export function steadyZip(docx: Uint8Array, settle: (properties: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).map(([path, bytes]) => ({
    path,
    bytes: path === 'docProps/core.xml' ? strToU8(settle(strFromU8(bytes))) : bytes,
  }));
  return zipFiles(parts);
}
