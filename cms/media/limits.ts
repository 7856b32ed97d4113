/** What an upload may be. Phones give 12–50 megapixels; more is a scan or a decompression bomb. */
export const maxBytes = 20 * 1024 * 1024;
export const tooHeavy = '图片超过 20 MB：请缩小或压缩后再传。';
export const minSide = 200;
export const maxPixels = 64_000_000;
/** Of an animation, all frames together. */
export const maxFramePixels = 128_000_000;
/** WeChat `media/uploadimg`: jpg/png below 1 MB (channels.md §1 Media). */
export const inlineMaxBytes = 1_000_000;
