import { z } from 'zod';

/** Bytes of a message; a Buffer is one too. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, '要是一段字节');
