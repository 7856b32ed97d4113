import { decode } from '../encoding/decode.ts';

/**
 * Text of a file, whatever its encoding; where it is damaged, the rest.
 * @throws Unreadable
 */
export const decodeText = (bytes: Uint8Array): string => decode(bytes).text.replace(/^\ufeff/, '');
