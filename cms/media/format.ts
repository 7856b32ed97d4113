import { PictureRefused } from './refused.ts';

export const formats = {
  jpeg: { mime: 'image/jpeg', ext: 'jpg' },
  png: { mime: 'image/png', ext: 'png' },
  webp: { mime: 'image/webp', ext: 'webp' },
  gif: { mime: 'image/gif', ext: 'gif' },
} as const;
export type PictureFormat = keyof typeof formats;

const starts = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);
const text = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');

/**
 * The true format by leading bytes; names and declared types are never believed.
 * @throws PictureRefused for everything that is not jpeg, png, webp or gif.
 */
export function sniffFormat(bytes: Uint8Array): PictureFormat {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp';
  if (['GIF87a', 'GIF89a'].includes(text(bytes, 0, 6))) return 'gif';
  throw new PictureRefused(whatItIs(bytes));
}

function whatItIs(bytes: Uint8Array): string {
  if (bytes.length === 0) return '文件是空的：请重新选择一张图片。';
  const head = text(bytes, 0, 1024).toLowerCase().replaceAll('\0', '');
  if (head.includes('<svg')) return '这是 SVG 矢量图，里面可能藏有脚本，不能上传：请另存为 PNG 再传。';
  if (/<(!doctype|html|script|body|\?php|\?xml)/.test(head))
    return '这是网页或代码，不是图片：请检查是不是选错了文件。';
  if (text(bytes, 4, 8) === 'ftyp') return '这是 HEIC、AVIF 或视频文件：请在手机或电脑上另存为 JPG 再传。';
  if (head.startsWith('%pdf-')) return '这是 PDF 文件，不是图片：请把要用的那一页另存为 JPG 或 PNG 再传。';
  return '认不出这个文件的图片格式，只收 JPG、PNG、WebP、GIF：请用看图软件另存为 JPG 再传。';
}
