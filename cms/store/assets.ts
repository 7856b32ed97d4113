import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Payload } from 'payload';
import type { Assets } from '../../campaigns/ports/assets.ts';
import { loadPictures } from '../release/pictures.ts';
import { mediaFolderOf } from '../database/media-folder.ts';

const mimes: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
};

/** Picture bytes for channels, from the media folder; sizes are those that were made at upload. */
export function createAssets(payload: Payload): Assets {
  return {
    async read(imageId, rendition) {
      const picture = (await loadPictures(payload, [imageId])).get(imageId);
      if (!picture) throw new Error('图片已经不在图片库里：请换一张图片，重新送审。');
      const fileName =
        rendition === 'original' ? picture.fileName : picture.renditions.find((r) => r.size === rendition)?.fileName;
      if (!fileName) throw new Error(`图片“${picture.alt}”没有${rendition}这个尺寸：请重新上传原图，再送审。`);
      const bytes = await readFile(join(mediaFolderOf(payload), fileName)).catch((cause: unknown) => {
        throw new Error(`图片“${picture.alt}”的文件读不到：请检查数据目录里的 media 文件夹。`, { cause });
      });
      return { bytes: new Uint8Array(bytes), mime: mimes[extname(fileName).toLowerCase()] ?? picture.mime, fileName };
    },
  };
}
