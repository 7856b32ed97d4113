import { fingerprint } from '../../words/canonical.ts';
import { shippedRows } from '../../texts/files/shipped-words.ts';

/** Names what a file says, whole. */
export const rowName = (data: object): string => fingerprint(data).slice(0, 32);

/** Which starter files may become public without anybody's review: those of the product, and at installation all. */
export type MayPublish = (key: string, data: object) => boolean;

export const mayPublish =
  ({ installing }: { installing: boolean }): MayPublish =>
  (key, data) =>
    installing || shippedRows[key] === rowName(data);
