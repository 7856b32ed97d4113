import type { Assets, Rendition } from '../../ports/assets.ts';
import type { Release, ReleaseImage } from '../../ports/release.ts';
import { aiMark } from './ai-mark.ts';
import { extensionOf, imageType } from './image-type.ts';
import { safeName, type PackFile } from './pack.ts';

export interface PackedPicture {
  image: ReleaseImage;
  file: PackFile;
}

/** Cover first, then the pictures of the text, each once, as `图片/NN-原名.ext`. @throws Error with a Chinese sentence */
export async function packPictures(assets: Assets, release: Release, rendition: Rendition): Promise<PackedPicture[]> {
  const images = [...(release.cover ? [release.cover] : []), ...release.images];
  const once = images.filter((image, i) => images.findIndex((other) => other.id === image.id) === i);
  const packed: PackedPicture[] = [];
  for (const [i, image] of once.entries()) {
    const { bytes } = await assets.read(image.id, rendition);
    const type = imageType(bytes);
    const stem = safeName(image.fileName.replace(/\.[^.]*$/, ''));
    const extension = type ? extensionOf(type) : (/\.(\w+)$/.exec(image.fileName)?.[1] ?? 'bin');
    packed.push({ image, file: { path: `图片/${String(i + 1).padStart(2, '0')}-${stem}.${extension}`, bytes } });
  }
  return packed;
}

/** 图片说明: file, caption and what is seen, one picture a paragraph; whoever prints one that a machine made must say so too. */
export const captionList = (pictures: PackedPicture[]): string =>
  pictures.length === 0
    ? '本稿没有图片。'
    : pictures
        .map(
          ({ image, file }) =>
            `${file.path.replace('图片/', '')}\n图说：${image.caption ?? '（无）'}\n画面：${image.alt}\n尺寸：${image.width}×${image.height}${image.aigc ? `\n标识：${aiMark}，使用时请照样注明` : ''}`,
        )
        .join('\n\n');
