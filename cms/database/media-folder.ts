import type { Payload } from 'payload';

/** Where this instance keeps picture files; absolute. */
export function mediaFolderOf(payload: Payload): string {
  const { staticDir } = payload.collections.media.config.upload;
  if (!staticDir) throw new Error('图片目录没有设置：请检查 cms/collections/media.ts。');
  return staticDir;
}
