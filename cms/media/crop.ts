/** Where the eye should rest, in percent of width and height from the top left. */
export interface FocalPoint {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The largest box of `ratio` (width ÷ height) inside a picture, as near to centred on the focal point as edges allow; in pixels. */
export function cropBox(width: number, height: number, ratio: number, focal: FocalPoint): Box {
  const wide = width / height > ratio;
  const w = wide ? Math.max(1, Math.round(height * ratio)) : width;
  const h = wide ? height : Math.max(1, Math.round(width / ratio));
  const place = (side: number, part: number, percent: number) =>
    Math.min(side - part, Math.max(0, Math.round((side * percent) / 100 - part / 2)));
  return { left: place(width, w, focal.x), top: place(height, h, focal.y), width: w, height: h };
}
