/** The parts of a picture file that are not pixels: where marks live, and where other things hide. */
export interface Container {
  /** Metadata, comments and unknown blocks; `kind` in the format's own terms (APP1, tEXt …). */
  blocks: { kind: string; data: Uint8Array }[];
  /** What follows the picture's own end. */
  trailing: Uint8Array;
}

/** A reader that stops, instead of running on, when a file is cut short. */
export const u32be = (bytes: Uint8Array, at: number): number =>
  at + 4 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(at) : Number.NaN;
export const u32le = (bytes: Uint8Array, at: number): number =>
  at + 4 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true) : Number.NaN;
export const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
