import { inflateSync } from 'node:zlib';
import { findAigcMark } from '../../media/aigc-mark.ts';
import { readContainer } from '../../media/containers/read.ts';
import { sniffFormat } from '../../media/format.ts';
import { hasStowaway } from '../../media/stowaway.ts';
import type { CheckedText } from '../checked-text.ts';
import type { Finding } from '../finding.ts';
import type { Contents } from './contents.ts';
import { readable, readExif } from './exif.ts';
import { Unreadable, unreadable } from './unreadable.ts';
import { append } from '../../../campaigns/lists/append.ts';

const place: Finding = {
  rule: 'personal-data/location',
  level: 'block',
  at: '图片的拍摄位置',
  text: '（经纬度）',
  mend: '图片里存着拍摄地点的经纬度，会暴露住处和行踪：请用“上传图片”存入编辑部（自动去除），或另存为不带位置的图片。',
};
const aigc: Finding = {
  rule: 'ai-mark/implicit-only',
  level: 'warn',
  at: '图片的元数据',
  text: '（AIGC）',
  mend: '元数据写明这是人工智能生成的图片：请确认画面角上有看得见的“AI生成”标识，说明文字里也要写明。',
};
const xmpPlace = /exif:GPS(?:Latitude|Longitude)|<photoshop:City|Iptc4xmpCore:Location|GPSLatitude=/;

/** The words and marks in a picture file; the header is decoded, so that a damaged picture is told. */
export async function readPicture(bytes: Uint8Array): Promise<Contents> {
  const format = sniffFormat(bytes);
  const container = readContainer(bytes, format);
  await mustOpen(bytes);
  const findings: Finding[] = [];
  const texts: CheckedText[] = [];
  let isPlaced = false;
  for (const { kind, data } of container.blocks) {
    const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    if (isExif(kind, buffer)) {
      const exif = readExif(buffer);
      isPlaced ||= exif.hasPlace;
      append(
        texts,
        exif.texts.map((text) => meta('拍摄信息', text)),
      );
    }
    const found = [...readable(buffer), ...unpacked(kind, buffer)];
    isPlaced ||= found.some((text) => xmpPlace.test(text));
    append(
      texts,
      found.map((text) => meta(`元数据 ${kind.trim()}`, text)),
    );
  }
  if (isPlaced) findings.push(place);
  if (hasStowaway(container)) findings.push(unreadable('stowaway', '图片末尾或元数据'));
  if (findAigcMark(container)) findings.push(aigc);
  if (container.trailing.length > 0)
    append(
      texts,
      readable(Buffer.from(container.trailing)).map((text) => meta('图片末尾', text)),
    );
  return { texts, findings };
}

const meta = (field: string, text: string): CheckedText => ({ field, text, kind: 'machine', at: () => field });

const isExif = (kind: string, data: Buffer) =>
  (kind === 'APP1' && data.toString('latin1', 0, 4) === 'Exif') || kind === 'eXIf' || kind === 'EXIF';

/** PNG keeps long texts compressed. */
function unpacked(kind: string, data: Buffer): string[] {
  if (kind !== 'zTXt' && kind !== 'iTXt') return [];
  for (let at = data.indexOf(0); at >= 0 && at < data.length; at = data.indexOf(0x78, at + 1)) {
    if (data[at] !== 0x78) continue;
    try {
      return [inflateSync(data.subarray(at), { maxOutputLength: 1_000_000 }).toString('utf8')];
    } catch {
      // Not the beginning of the packed text.
    }
  }
  return [];
}

async function mustOpen(bytes: Uint8Array): Promise<void> {
  const { default: sharp } = await import('sharp');
  try {
    await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw new Unreadable('corrupt', { cause: error });
  }
}
