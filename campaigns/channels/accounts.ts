import { z } from 'zod';
import type { Watch } from '../outbox/engine/aftercare.ts';
import { accountKinds } from './account-kinds.ts';
import type { AccountKind } from './define-account.ts';

type SchemasOf<Kinds extends readonly AccountKind[]> = {
  -readonly [I in keyof Kinds]: Kinds[I] extends AccountKind<infer Schema> ? Schema : never;
};

/** `content/channels/<id>.yaml`: an account that copies go to. A second newspaper is one more file with `type: press`. */
export const accountSchema = z.discriminatedUnion(
  'type',
  accountKinds.map(({ schema }) => schema) as SchemasOf<typeof accountKinds>,
);
export type ChannelAccount = z.output<typeof accountSchema>;

/** Accounts whose confirmed copies are looked at again: those whose file says `watch`. */
export const watchesOf = (accounts: readonly ChannelAccount[]): Watch[] =>
  accounts.flatMap((account) =>
    'watch' in account && account.watch ? [{ channel: account.id, ...account.watch }] : [],
  );
