import { basename, dirname, join } from 'node:path';
import type { Channel, ChannelContext, Outcome, SendJob } from '../channel.ts';
import { openNotebook } from '../shared/notebook.ts';
import { writePack } from '../shared/pack.ts';
import type { CommunityConfig } from './config.ts';
import { findInYears, folderFor } from './folders.ts';
import type { CommunityPack } from './pack.ts';
import { posterPicture } from './source.ts';
import { validateCommunity } from './validate.ts';
import { correct, lookWithdrawn, withdraw } from './withdraw.ts';

/**
 * Communities and villages: a 社区打印包 (posters, large-type sheet, loudspeaker script) in a folder of its own, whole or
 * not at all, one per delivery.
 */
export function createCommunityChannel(config: CommunityConfig, { clock, assets }: ChannelContext): Channel {
  const { id, name, masthead, issuer } = config;
  const delivered = (folder: string): Outcome => ({
    kind: 'confirmed',
    externalId: folder,
    url: null,
    note: `社区打印包已备好：${join(config.dir, folder)}。请打印张贴，并把广播稿转给村里。`,
  });
  const make = async ({ release, link }: SendJob): Promise<CommunityPack> => {
    const image = posterPicture(release);
    // Typesetting is loaded with the first pack: most ticks print nothing.
    const { communityPack } = await import('./pack.ts');
    const picture = image && (await assets.read(image.id, 'inline')).bytes;
    return communityPack({ release, link, masthead, issuer, picture });
  };
  return {
    id,
    name,
    validate: (release) => validateCommunity(release, masthead, issuer),

    async send(job) {
      const finding = validateCommunity(job.release, masthead, issuer).find((f) => f.level === 'block');
      if (finding) return { kind: 'refused', note: finding.message };
      const existing = await findInYears(config.dir, job.deliveryId);
      if (existing) return delivered(existing);
      const notes = openNotebook(job);
      // Kept, so that a repeat after midnight or New Year writes the same folder.
      const folder = notes.text('folder') ?? folderFor(clock.now(), job, job.deliveryId);
      await notes.write({ folder });
      let pack: CommunityPack;
      try {
        pack = await make(job);
      } catch (error) {
        return { kind: 'blocked', note: `社区打印包没有做成：${reason(error)}` };
      }
      const { deliveryId, release, link } = job;
      const facts = {
        deliveryId,
        channel: id,
        title: release.title,
        serial: release.serial,
        version: release.version,
        releaseHash: release.hash,
        link,
        missing: pack.missing,
      };
      const path = join(config.dir, folder);
      try {
        await writePack(dirname(path), basename(path), facts, pack.files);
      } catch (error) {
        return {
          kind: 'retry',
          after: 60_000,
          note: `社区打印包写不进“${config.dir}”（${reason(error)}）：请检查磁盘空间和权限，稍后再试。`,
        };
      }
      return delivered(folder);
    },

    async look(job) {
      const existing = await findInYears(config.dir, job.deliveryId);
      return existing ? delivered(existing) : { kind: 'not-sent', note: '社区打印包还没有备好。' };
    },

    withdraw: (job) => withdraw({ config, clock }, job),
    lookWithdrawn: (job) => lookWithdrawn({ config, clock }, job),
    correct: (job, correction) => correct({ config, clock }, job, correction),
  };
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
