const standIn =
  /(?:^|[/_-])(?:loading|lazy(?:load)?|blank|spacer|placeholder|transparent|pixel|grey|1x1)[^/]*\.(?:gif|png|svg|jpe?g|webp)(?:\?.*)?$/i;

/** What an `<img>` shows in the end: pages that load pictures late show a stand-in first and name the picture aside. '' when it names none. */
export function pictureSource(attributes: Record<string, string>): string {
  const src = (attributes.src ?? '').trim();
  const late = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-lazyload', 'original', '_src']
    .map((name) => attributes[name]?.trim())
    .find(Boolean);
  if (late !== undefined && (src === '' || /^data:/i.test(src) || standIn.test(src))) return late;
  return (
    src || (/^\s*([^\s,]\S*)/.exec(attributes.srcset ?? attributes['data-srcset'] ?? '')?.[1] ?? '').replace(/,$/, '')
  );
}
