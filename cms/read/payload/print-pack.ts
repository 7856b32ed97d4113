import { createHash } from 'node:crypto';
import type { CommunityPack } from '../../../campaigns/channels/community/pack.ts';
import type { PackFile } from '../../../campaigns/channels/shared/pack.ts';
import { idOf } from '../../database/id-of.ts';
import { createAssets } from '../../store/assets.ts';
import { createReleaseSource } from '../../store/release-source.ts';
import { printFiles, type PrintFile, type PrintName } from '../print-pack.ts';
import type { Region } from '../../story/region.ts';
import { facts } from './card.ts';
import type { Reading } from './source.ts';
import { publicationBySerial } from './story.ts';

const fileOf: Record<PrintName, (pack: CommunityPack) => PackFile> = {
  'poster-a4.pdf': (pack) => pack.posterA4,
  'poster-a3.pdf': (pack) => pack.posterA3,
  'large-type.pdf': (pack) => pack.bigType,
  'broadcast.txt': (pack) => pack.script,
  'broadcast.docx': (pack) => pack.scriptDocx,
  'all.zip': (pack) => pack.zip,
};

/** Reads print files; keeps the last few packs, because visitors take several files of one story. */
export function createPrintReader({
  reading,
  siteUrl,
  region,
}: {
  reading: Reading;
  siteUrl: string;
  region(): Promise<Region>;
}) {
  const kept = new Map<string, Promise<CommunityPack>>();
  let turn: Promise<unknown> = Promise.resolve();

  /** One pack at a time: setting type takes a tenth of a second of a whole processor. */
  function pack(key: string, make: () => Promise<CommunityPack>): Promise<CommunityPack> {
    const known = kept.get(key);
    if (known) return known;
    const made = turn.then(make);
    turn = made.catch(() => undefined);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    if (kept.size > 8) kept.delete(kept.keys().next().value ?? '');
    return made;
  }

  /** One file of a live story's pack, made from its release alone; null when there is no such live story. */
  return async (serial: number, name: PrintName): Promise<PrintFile | null> => {
    const row = await publicationBySerial(reading, serial);
    if (!row || row.kind === 'material' || row.state !== 'live') return null;
    // Paper on a wall cannot be taken back: what names somebody is not printed.
    const { correcting, corrections, namedUntil } = facts(row);
    if (namedUntil) return null;
    const { siteName, editorialName } = await region();
    const releaseId = idOf(row.release) ?? '';
    const made = await pack(JSON.stringify([releaseId, siteName, editorialName, corrections, correcting]), async () => {
      // Loaded when first asked for: most processes never print.
      const { communityPack } = await import('../../../campaigns/channels/community/pack.ts');
      const { posterPicture } = await import('../../../campaigns/channels/community/source.ts');
      const release = await createReleaseSource(reading.payload).get(releaseId);
      const image = posterPicture(release);
      const picture = image && (await createAssets(reading.payload).read(image.id, 'inline')).bytes;
      return communityPack({
        release,
        link: `${siteUrl}/s/${serial}?from=print`,
        masthead: siteName,
        issuer: editorialName,
        picture,
      });
    });
    const { path, bytes } = fileOf[name](made);
    return {
      fileName: `${row.title.slice(0, 40)}-${path}`,
      mime: printFiles[name].mime,
      bytes,
      hash: createHash('sha256').update(bytes).digest('hex'),
    };
  };
}
