/** Sizes of a picture that the media room keeps ready; see `cms/collections/media`. */
export type Rendition = 'original' | 'inline' | 'wechat-cover' | 'wechat-square';

export interface AssetBytes {
  bytes: Uint8Array;
  mime: string;
  fileName: string;
}

/** Where channels get picture bytes from. Rejects with a Chinese sentence when a picture is gone. */
export interface Assets {
  read(imageId: string, rendition: Rendition): Promise<AssetBytes>;
}
