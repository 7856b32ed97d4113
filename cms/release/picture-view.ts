import type { Picture } from '../story/facts.ts';
import type { RenditionSize } from '../media/rendition-sizes.ts';
import type { ReleasePicture, Snapshot } from '../story/snapshot.ts';

const address = (fileName: string): string => `/media/${fileName}`;

/** A picture in the given sizes (same ratio, smallest first) as pages want it; null when none was made. */
export function pictureView(picture: ReleasePicture, sizes: readonly RenditionSize[]): Picture | null {
  const found = sizes.flatMap((size) => picture.renditions.find((r) => r.size === size) ?? []);
  const [first] = found;
  const largest = found.at(-1);
  if (!first || !largest) return null;
  return {
    src: address(first.fileName),
    srcset: found.map((r) => `${address(r.fileName)} ${r.width}w`).join(', '),
    width: largest.width,
    height: largest.height,
    alt: picture.alt,
    caption: picture.caption,
    aigc: picture.aigc,
  };
}

/** Role models stand upright, everything else lies (look.md §7: portrait 4:5, card 8:5). */
export function cardPicture(snapshot: Snapshot): Picture | null {
  if (!snapshot.cover) return null;
  return pictureView(
    snapshot.cover,
    snapshot.kind === 'role-model' ? ['portrait-480', 'portrait'] : ['card-640', 'card-960'],
  );
}

/** Gives the pictures of a release's HTML their addresses and sizes. */
export function withPictures(html: string, images: ReleasePicture[]): string {
  const byId = new Map(images.map((picture) => [picture.id, pictureView(picture, ['inline'])]));
  // A caption under nothing would speak of something that nobody sees.
  const there = html.replace(
    /<figure><img data-media="([^"]+)"[^>]*>(?:<figcaption>[^<]*<\/figcaption>)?<\/figure>/g,
    (whole, id: string) => (byId.get(id) ? whole : ''),
  );
  return there.replace(/<img data-media="([^"]+)" alt="([^"]*)">/g, (_, id: string, alt: string) => {
    const view = byId.get(id);
    if (!view) return '';
    return `<img src="${view.src}" srcset="${view.srcset}" width="${view.width}" height="${view.height}" alt="${alt}" loading="lazy" decoding="async">`;
  });
}
