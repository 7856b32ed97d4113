import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';
const worthwhile = /^(text\/|application\/(.+\+)?(json|xml|javascript)|image\/svg)/;
const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);
/** Bodies live in the snapshot's memory; their compressed forms go when they go. */
const done = new WeakMap<Uint8Array, Partial<Record<Encoding, Promise<Uint8Array>>>>();

/** The best encoding that the visitor's software understands, or null when compressing is of no use. */
export function chooseEncoding(accept: string | undefined, contentType: string, bytes: number): Encoding | null {
  if (bytes < 600 || !worthwhile.test(contentType)) return null;
  const offered = new Map(
    (accept ?? '').split(',').map((part) => {
      const [name = '', ...rest] = part.trim().toLowerCase().split(';');
      return [name.trim(), !rest.some((r) => /^\s*q=0(\.0*)?$/.test(r))] as const;
    }),
  );
  return offered.get('br') ? 'br' : offered.get('gzip') ? 'gzip' : null;
}

/** Compresses a body once, however many visitors ask for it. */
export function encode(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  const known = done.get(body) ?? {};
  done.set(body, known);
  const made = (known[encoding] ??=
    encoding === 'br'
      ? brotli(body, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength },
        })
      : deflate(body, { level: 6 }));
  // A failure is this visitor's alone.
  made.catch(() => delete known[encoding]);
  return made;
}
