import { escapeUTF8 } from 'entities';
import type { Sharp } from 'sharp';
import { crc32 } from 'node:zlib';
import type { AigcMark } from './aigc-mark.ts';
import type { PictureFormat } from './format.ts';

/** An XMP packet that holds the mark and nothing else. */
const packet = ({ json }: AigcMark) =>
  '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ' +
  `xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>${escapeUTF8(json)}</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta>` +
  '<?xpacket end="w"?>';

/**
 * Encodes a pipeline whose output format is already chosen, with the mark (if any) as its only metadata: as XMP, in PNG
 * also as text chunk, in GIF as comment. Copies must stay marked as long as they travel (标识办法 第十条).
 */
export async function encodeMarked(picture: Sharp, format: PictureFormat, mark: AigcMark | null): Promise<Buffer> {
  if (!mark) return picture.toBuffer();
  if (format === 'gif') return gifComment(await picture.toBuffer(), mark.json);
  const bytes = await picture.withXmp(packet(mark)).toBuffer();
  return format === 'png' ? pngChunk(bytes, mark.json) : bytes;
}

/** tEXt is Latin-1 by definition; anything beyond it needs iTXt. Placed right behind IHDR. */
function pngChunk(png: Buffer, json: string): Buffer {
  const wide = /[^\u0020-\u007e]/.test(json);
  const body = Buffer.from(`${wide ? 'iTXtAIGC\0\0\0\0\0' : 'tEXtAIGC\0'}${json}`, 'utf8');
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  const afterHeader = 33;
  return Buffer.concat([png.subarray(0, afterHeader), chunk, png.subarray(afterHeader)]);
}

function gifComment(gif: Buffer, json: string): Buffer {
  // A mark that names itself is carried letter by letter.
  const text = Buffer.from(/^\{\s*"AIGC"\s*:/.test(json) ? json : `{"AIGC":${json}}`, 'utf8');
  const parts: Buffer[] = [Buffer.from([0x21, 0xfe])];
  for (let at = 0; at < text.length; at += 255) {
    const part = text.subarray(at, at + 255);
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([gif.subarray(0, -1), ...parts, Buffer.from([0]), gif.subarray(-1)]);
}
