import type { Parcel, ParcelNotes } from '../parcel.ts';

/**
 * What became of handing a parcel over.
 * - there: the outlet has it; `reference` names it (folder, Message-ID).
 * - unknown: it may have been executed; only `find` may follow.
 * - retry: certainly not executed.
 * - blocked: certainly not executed, and a person must put something right.
 * - doubt: nobody here can tell; a person asks the outlet and decides.
 */
export type Handed =
  | { kind: 'there'; reference: string; note: string }
  | { kind: 'unknown'; lookAfter: number; note: string }
  | { kind: 'retry'; after: number; note: string }
  | { kind: 'blocked'; note: string }
  | { kind: 'doubt'; note: string };

export type Found = Exclude<Handed, { kind: 'blocked' | 'retry' }> | { kind: 'absent'; note: string };

/** One way to an outlet. Never throws for what the outside world did. */
export interface Transport {
  readonly by: 'folder' | 'sftp' | 'smtp';
  /** One parcel, one effect, whatever crashes: repeated with the same notes it brings nothing twice. */
  deliver(parcel: Parcel, notes: ParcelNotes, signal: AbortSignal): Promise<Handed>;
  /** Asks what became of a parcel; changes nothing at the outlet. */
  find(id: string, notes: ParcelNotes, signal: AbortSignal): Promise<Found>;
}

export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
