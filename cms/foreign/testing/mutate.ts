import type { Random } from '../../../campaigns/calendar/testing/random.ts';

type Way = (bytes: Buffer, random: Random) => Buffer;

const ways: Way[] = [
  // Single bytes.
  (bytes, random) => {
    for (let n = random.int(1, 30); n > 0; n -= 1) bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
    return bytes;
  },
  // Cut short.
  (bytes, random) => bytes.subarray(0, random.int(1, bytes.length)),
  // A beginning lost.
  (bytes, random) => bytes.subarray(random.int(0, Math.min(64, bytes.length - 1))),
  // A piece again and again.
  (bytes, random) => {
    const at = random.int(0, bytes.length - 1);
    const piece = bytes.subarray(at, at + random.int(1, 400));
    return Buffer.concat([bytes.subarray(0, at), ...Array<Buffer>(random.int(2, 60)).fill(piece), bytes.subarray(at)]);
  },
  // Lengths and offsets that lie.
  (bytes, random) => {
    for (let n = random.int(1, 6); n > 0; n -= 1) {
      const at = random.int(0, bytes.length - 1);
      bytes.fill(random.pick([0, 0xff, 0x7f, 0x80]), at, Math.min(bytes.length, at + random.int(1, 8)));
    }
    return bytes;
  },
  (bytes, random) => {
    const at = random.int(0, Math.max(0, bytes.length - 4));
    if (bytes.length >= 4) bytes.writeUInt32BE(random.pick([0, 1, 0x7fffffff, 0xffffffff, 0x80000000]), at);
    return bytes;
  },
  // Noise put in.
  (bytes, random) => {
    const at = random.int(0, bytes.length);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(Array.from({ length: random.int(1, 300) }, () => random.int(0, 255))),
      bytes.subarray(at),
    ]);
  },
  // Half of it twice.
  (bytes) => Buffer.concat([bytes, bytes.subarray(bytes.length >> 1)]),
];

/** One to three random damages. */
export function mutated(bytes: Uint8Array, random: Random): Buffer {
  let hurt: Buffer = Buffer.from(bytes);
  for (let n = random.int(1, 3); n > 0 && hurt.length > 0; n -= 1) hurt = Buffer.from(random.pick(ways)(hurt, random));
  return hurt.subarray(0, 3_000_000);
}
