import sharp from 'sharp';

/** One marker segment: its length counts itself, not the marker. */
const segment = (marker: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);

/**
 * An ordinary photograph with comments whose lengths and places are odd: what reading UTF-16 in place turned into a crash of
 * the whole process (Node 24.21).
 * @param shift moves the comments by so many bytes
 */
export async function oddJpeg(comments: number, length: number, shift: number): Promise<Buffer> {
  const jpeg = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#7a8b6f' } })
    .jpeg()
    .toBuffer();
  const body = Buffer.alloc(length, 'A');
  const inserted = [
    segment(0xe5, Buffer.alloc(shift, 'B')),
    ...Array.from({ length: comments }, () => segment(0xfe, body)),
  ];
  return Buffer.concat([jpeg.subarray(0, 2), ...inserted, jpeg.subarray(2)]);
}

/** Number and length of comments that have crashed it. */
export const oddShapes = [
  [1, 1001],
  [10, 57],
  [3, 25],
  [6, 4105],
] as const;
