import { utf16be, utf16le } from '../../foreign/utf16.ts';
import { append } from '../../../campaigns/lists/append.ts';

/** What a TIFF block (EXIF 2.32 §4.6) says: where the picture was taken, and every text in it. */
export interface Exif {
  hasPlace: boolean;
  texts: string[];
}

const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const pointers = new Set([0x8769, 0x8825, 0xa005]);

/** Reads `Exif\0\0` + TIFF, or TIFF alone; damaged parts are left out. */
export function readExif(data: Uint8Array): Exif {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const tiff = bytes.toString('latin1', 0, 6) === 'Exif\0\0' ? bytes.subarray(6) : bytes;
  const order = tiff.toString('latin1', 0, 2);
  const found: Exif = { hasPlace: false, texts: [] };
  if (order !== 'II' && order !== 'MM') return found;
  const little = order === 'II';
  const u16 = (at: number) => (at + 2 <= tiff.length ? (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0);
  const u32 = (at: number) => (at + 4 <= tiff.length ? (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)) : 0);
  const seen = new Set<number>();
  const walk = (directory: number, isPlace: boolean) => {
    if (directory === 0 || seen.has(directory) || seen.size > 32) return;
    seen.add(directory);
    const count = Math.min(u16(directory), 512);
    for (let i = 0; i < count; i += 1) {
      const entry = directory + 2 + i * 12;
      const tag = u16(entry);
      const length = (sizes[u16(entry + 2)] ?? 0) * u32(entry + 4);
      const from = length > 4 ? u32(entry + 8) : entry + 8;
      // Latitude and longitude; a directory that holds only a version says nothing.
      if (isPlace && (tag === 2 || tag === 4) && length > 0) found.hasPlace = true;
      if (pointers.has(tag)) walk(u32(entry + 8), tag === 0x8825);
      else if (length >= 6 && length < 100_000 && from + length <= tiff.length)
        append(found.texts, readable(tiff.subarray(from, from + length)));
    }
    walk(u32(directory + 2 + count * 12), false);
  };
  walk(u32(4), false);
  return found;
}

/** ASCII and UTF-8 tags, and the UTF-16 of XPComment and UserComment. */
export function readable(value: Buffer): string[] {
  const ways = [value.toString('utf8'), utf16le(value), utf16le(value.subarray(8)), utf16be(value.subarray(8))];
  return ways
    .map((way) => way.replace(/\0/g, ''))
    .filter(
      (way) =>
        (way.match(/[\x20-\x7e\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0) > way.length * 0.8 && way.trim() !== '',
    );
}
