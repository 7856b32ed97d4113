/**
 * UTF-16 text of foreign bytes. Never `Buffer.toString('utf16le')`: on a slice that begins at an odd address Node 24.21 writes
 * past the end of its own memory (nodejs/node#64697), and one photograph ended the whole product. A copy has an even address,
 * an even length, and memory of its own; lint forbids the other way.
 */
export const utf16le = (bytes: Uint8Array): string =>
  new TextDecoder('utf-16le', { ignoreBOM: true }).decode(even(bytes));
export const utf16be = (bytes: Uint8Array): string =>
  new TextDecoder('utf-16be', { ignoreBOM: true }).decode(even(bytes));

function even(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new ArrayBuffer(bytes.length - (bytes.length % 2)));
  copy.set(bytes.subarray(0, copy.length));
  return copy;
}
