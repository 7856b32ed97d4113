import type { Notebook } from '../shared/notebook.ts';
import { manifestFile, type PackFile } from '../shared/pack.ts';

/** One thing that goes to an outlet: a 供稿包 or a notice. */
export interface Parcel {
  /** Correlation id: the delivery's, or `<delivery>-撤稿`. */
  id: string;
  /** Name of its folder; ends in the id. */
  folder: string;
  /** What the manifest says beside the list of files. */
  facts: Record<string, unknown>;
  files: PackFile[];
  /** Subject and text of the letter, for outlets that take mail. */
  subject: string;
  letter: string;
}

/** What lies in the parcel's folder: its files and the manifest that makes it complete. */
export const parcelFiles = ({ id, facts, files }: Parcel): PackFile[] => [
  ...files,
  manifestFile({ deliveryId: id, ...facts }, files),
];

/**
 * How far the handing over of one parcel has come, kept in the delivery's progress.
 * - going: it may have been executed from here on; gone: it has been; doubt: nobody but the outlet can tell, a person has been asked.
 */
type Stage = 'going' | 'gone' | 'doubt';

export interface ParcelNotes {
  folder(): string | null;
  stage(): Stage | null;
  /** By which way it was begun. */
  by(): string | null;
  write(patch: { folder?: string; stage?: Stage | null; by?: string }): Promise<void>;
}

/** @param key `folder` for the 供稿包, `notice-<what>` for a notice: the folder's name stands under it */
export function parcelNotes(notes: Notebook, key: string): ParcelNotes {
  const stages: readonly string[] = ['going', 'gone', 'doubt'] satisfies Stage[];
  return {
    folder: () => notes.text(key),
    stage: () => {
      const stage = notes.text(`${key}-stage`);
      return stage !== null && stages.includes(stage) ? (stage as Stage) : null;
    },
    by: () => notes.text(`${key}-by`),
    write: ({ folder, stage, by }) =>
      notes.write({
        ...(folder === undefined ? {} : { [key]: folder }),
        ...(stage === undefined ? {} : { [`${key}-stage`]: stage }),
        ...(by === undefined ? {} : { [`${key}-by`]: by }),
      }),
  };
}
