/**
 * Every size that is kept ready. Site sizes are never enlarged; WeChat's are exact (2.35:1 and 1:1 covers).
 * Names are part of public addresses: `/media/<id>-<size>.<ext>`.
 */
export const croppedSizes = {
  'card-640': { width: 640, height: 400, format: 'webp', exact: false },
  'card-960': { width: 960, height: 600, format: 'webp', exact: false },
  'portrait-480': { width: 480, height: 600, format: 'webp', exact: false },
  portrait: { width: 720, height: 900, format: 'webp', exact: false },
  'wechat-cover': { width: 900, height: 383, format: 'jpeg', exact: true },
  'wechat-square': { width: 500, height: 500, format: 'jpeg', exact: true },
} as const;
export type CroppedSize = keyof typeof croppedSizes;
export type RenditionSize = CroppedSize | 'inline';
export const renditionSizes: readonly RenditionSize[] = [...(Object.keys(croppedSizes) as CroppedSize[]), 'inline'];

/** Width of pictures inside a story; 684 px on the page, sharp on dense screens, and WeChat's own width. */
export const inlineWidth = 1080;

export const pictureFileName = (mediaId: string, size: RenditionSize | 'original', ext: string): string =>
  `${mediaId}-${size}.${ext}`;
