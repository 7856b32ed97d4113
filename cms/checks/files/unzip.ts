import { crc32, inflateRawSync } from 'node:zlib';
import { Unreadable } from './unreadable.ts';

export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

const largestEntry = 100 * 1024 * 1024;

/**
 * What a file and everything packed in it may unpack to, far above an office file, far below what fills a machine. One budget
 * for all depths: archives in archives would otherwise multiply it.
 */
export class UnpackBudget {
  #bytes = 300 * 1024 * 1024;
  #entries = 5_000;

  /** @throws Unreadable when it is used up */
  take(bytes: number): void {
    this.#bytes -= bytes;
    this.#entries -= 1;
    if (this.#bytes < 0 || this.#entries < 0) throw new Unreadable('zip-bomb');
  }
}

/**
 * All files of a ZIP (APPNOTE.TXT 4.3), unpacked with a limit that a lying header cannot lift.
 * @throws Unreadable for a corrupt or encrypted archive, or one that unpacks to more than a document can be
 */
export function unzip(bytes: Uint8Array, budget = new UnpackBudget()): ZipEntry[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    if (end < 0) throw new Unreadable('corrupt');
    const count = zip.readUInt16LE(end + 10);
    const entries: ZipEntry[] = [];
    let at = zip.readUInt32LE(end + 16);
    for (let i = 0; i < count; i += 1) {
      if (zip.readUInt32LE(at) !== 0x02014b50) throw new Unreadable('corrupt');
      const nameSize = zip.readUInt16LE(at + 28);
      // Some programs write `\` between the folders; nobody minds, so neither may the checks.
      const name = zip.toString('utf8', at + 46, at + 46 + nameSize).replaceAll('\\', '/');
      const unpacked = unpack(zip, at);
      budget.take(unpacked.length);
      if (!name.endsWith('/')) entries.push({ name, bytes: unpacked });
      at += 46 + nameSize + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return entries;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'zip-bomb' : 'corrupt', {
      cause: error,
    });
  }
}

/** The entry of the central directory at `at`. */
function unpack(zip: Buffer, at: number): Uint8Array {
  if ((zip.readUInt16LE(at + 8) & 1) !== 0) throw new Unreadable('encrypted');
  const method = zip.readUInt16LE(at + 10);
  const size = zip.readUInt32LE(at + 20);
  const local = zip.readUInt32LE(at + 42);
  if (zip.readUInt32LE(local) !== 0x04034b50) throw new Unreadable('corrupt');
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(from, from + size);
  if (packed.length < size) throw new Unreadable('corrupt');
  if (method !== 0 && method !== 8) throw new Unreadable('corrupt');
  const whole = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: largestEntry });
  if (crc32(whole) !== zip.readUInt32LE(at + 16)) throw new Unreadable('corrupt');
  return whole;
}
