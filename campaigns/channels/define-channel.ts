import type { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import type { Channel, ChannelContext } from './channel.ts';
import type { ChannelSettings } from './channel-settings.ts';
import type { AccountKind, AnyAccount } from './define-account.ts';

/** A platform on this machine, for the demo and for tests. */
export interface Emulator {
  url: string;
  close(): Promise<void>;
}

interface EmulatorOptions {
  port: number;
  clock: Clock;
  /** Keeps what was published over a restart. */
  stateFile?: string | undefined;
  /** Where links must lie, for platforms that ask. */
  safeDomain: string;
}

interface Definition<Schema extends z.ZodObject> {
  account: AccountKind<Schema>;
  /** The account as a channel. */
  create(account: z.output<Schema> & AnyAccount, settings: ChannelSettings, context: ChannelContext): Channel;
  /** Absent where copies do not go to a platform that can be emulated. */
  emulator?(options: EmulatorOptions): Promise<Emulator>;
}

/** One kind of channel: what its accounts are, and what sends for them. */
export interface ChannelKind {
  type: string;
  /** Null for an account of another kind. */
  open(account: AnyAccount, settings: ChannelSettings, context: ChannelContext): Channel | null;
  emulator?: ((options: EmulatorOptions) => Promise<Emulator>) | undefined;
}

/** Joins an account with what sends for it. The account has come through its own schema; `type` tells whose it is. */
export function defineChannel<Schema extends z.ZodObject>({
  account: { type },
  create,
  emulator,
}: Definition<Schema>): ChannelKind {
  const isOwn = (account: AnyAccount): account is z.output<Schema> & AnyAccount => account.type === type;
  return {
    type,
    emulator,
    open: (account, settings, context) => (isOwn(account) ? create(account, settings, context) : null),
  };
}
