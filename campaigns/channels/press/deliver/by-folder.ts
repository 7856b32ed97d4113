import { findPack, writePack } from '../../shared/pack.ts';
import type { Parcel, ParcelNotes } from '../parcel.ts';
import { reason, type Found, type Handed, type Transport } from './transport.ts';

/**
 * The outlet's folder on this machine: a parcel appears in it whole or not at all.
 * @param why ends the ledger's sentence when another way was meant, e.g. a missing password; null otherwise
 */
export function byFolder(parent: string, outlet: string, why: string | null): Transport {
  const there = (folder: string): Extract<Found, { kind: 'there' }> => ({
    kind: 'there',
    reference: folder,
    note: `已放入“${outlet}”的收稿文件夹。${why ?? ''}`,
  });
  return {
    by: 'folder',
    async deliver(parcel: Parcel, notes: ParcelNotes): Promise<Handed> {
      const existing = await findPack(parent, parcel.id);
      if (existing) return there(existing);
      try {
        await writePack(parent, parcel.folder, { deliveryId: parcel.id, ...parcel.facts }, parcel.files);
      } catch (error) {
        return {
          kind: 'retry',
          after: 60_000,
          note: `写不进“${parent}”（${reason(error)}）：请检查磁盘空间和权限，稍后再试。`,
        };
      }
      await notes.write({ stage: 'gone' });
      return there(parcel.folder);
    },
    async find(id) {
      const existing = await findPack(parent, id);
      return existing ? there(existing) : { kind: 'absent', note: '收稿文件夹里还没有。' };
    },
  };
}
