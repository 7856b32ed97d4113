import { expect, it } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { croppedSizes, type RenditionSize } from '../media/rendition-sizes.ts';
import type { ReleasePicture, Snapshot } from '../story/snapshot.ts';
import { cardPicture, pictureView, withPictures } from './picture-view.ts';

const sizes = [...Object.keys(croppedSizes), 'inline'] as RenditionSize[];
const made = (id: string, names: readonly RenditionSize[]): ReleasePicture => ({
  id,
  alt: `“${id}”`,
  caption: null,
  fileName: `${id}-original.png`,
  mime: 'image/png',
  width: 2000,
  height: 1000,
  credit: null,
  aigc: false,
  renditions: names.map((size, i) => ({
    size,
    fileName: `${id}-${size}.webp`,
    mime: 'image/webp',
    width: 480 + 160 * i,
    height: 300 + 100 * i,
    bytes: 1,
  })),
});

it('a picture is shown in the sizes that were made of it, smallest first, and never as it was uploaded', () => {
  const random = createRandom(4);
  for (let n = 0; n < 100; n += 1) {
    const own = sizes.filter(() => random.chance(0.5));
    const asked = sizes.filter(() => random.chance(0.5));
    const view = pictureView(made('p', own), asked);
    const shown = asked.filter((size) => own.includes(size));
    if (shown.length === 0) expect(view).toBeNull();
    else {
      expect(view?.src).toBe(`/media/p-${shown[0]}.webp`);
      expect(view?.srcset.split(', ').map((one) => one.split(' ')[0])).toEqual(
        shown.map((size) => `/media/p-${size}.webp`),
      );
      expect(view?.srcset).toContain(` ${view?.width}w`);
      expect(JSON.stringify(view)).not.toContain('original');
    }
  }
});

it('role models stand upright, everything else lies; without a cover there is nothing', () => {
  const cover = made('c', sizes);
  const card = (kind: string, picture: ReleasePicture | null) =>
    cardPicture({ kind, cover: picture } as Snapshot)?.src ?? null;
  expect([card('role-model', cover), card('case', cover), card('case', null)]).toEqual([
    '/media/c-portrait-480.webp',
    '/media/c-card-640.webp',
    null,
  ]);
});

it('pictures of a text get their addresses; one that was never made goes with its frame and its caption, and no word changes', () => {
  const html =
    '<p>前</p><figure><img data-media="a" alt="一&quot;二"><figcaption>甲图</figcaption></figure><figure><img data-media="gone" alt="没有"><figcaption>没有的图</figcaption></figure><p>后 data-media=&quot;a&quot;</p>';
  expect(withPictures(html, [made('a', ['inline']), made('gone', [])])).toBe(
    '<p>前</p><figure><img src="/media/a-inline.webp" srcset="/media/a-inline.webp 480w" width="480" height="300" alt="一&quot;二" loading="lazy" decoding="async"><figcaption>甲图</figcaption></figure><p>后 data-media=&quot;a&quot;</p>',
  );
  expect(withPictures('<p>没有图</p>', [])).toBe('<p>没有图</p>');
});
