import sharp from 'sharp';

/** A committed line drawing (`content/media/**.svg`) as png, ready for the same door that every picture passes. */
export const drawingToPng = (svg: Uint8Array, width = 1600): Promise<Buffer> =>
  sharp(svg, { density: 144 }).resize({ width, withoutEnlargement: false }).png({ compressionLevel: 9 }).toBuffer();
