import { join } from 'node:path';
import type { Channel, ChannelContext, Outcome, SendJob } from '../channel.ts';
import { openNotebook } from '../shared/notebook.ts';
import { findPack, safeName, textFile, writePack } from '../shared/pack.ts';
import { captionList, packPictures, type PackedPicture } from '../shared/pictures.ts';
import { shanghaiDay } from '../shared/shanghai.ts';
import { approvalSheet } from './approval-sheet.ts';
import { pressConfig, type PressOptions } from './config.ts';
import { storyDocx } from './docx.ts';
import { storyNinjs } from './ninjs.ts';
import { correct, lookWithdrawn, withdraw } from './notify.ts';
import { validatePress } from './validate.ts';

/**
 * A newspaper, broadcaster or news site: a 供稿包 in `<dir>/<id>/<day>-s<serial>-v<version>-<deliveryId>/`
 * (channels.md §3). The folder appears whole or not at all, and a delivery has at most one.
 */
export function createPressChannel(options: PressOptions, { clock, assets }: ChannelContext): Channel {
  const config = pressConfig(options);
  const parent = join(config.dir, safeName(config.id));
  const delivered = (folder: string): Outcome => ({ kind: 'confirmed', externalId: folder, url: null, note: `供稿包已放入“${config.outlet}”的收稿文件夹。` });

  async function pack({ deliveryId, release, link }: SendJob, pictures: PackedPicture[], folder: string): Promise<void> {
    const facts = {
      deliveryId, outlet: config.outlet, title: release.title, serial: release.serial, version: release.version,
      releaseId: release.id, releaseHash: release.hash, signedAt: release.signedAt, link,
    };
    await writePack(parent, folder, facts, [
      { path: '稿件.docx', bytes: await storyDocx(release, pictures) },
      textFile('稿件.txt', `${release.title}\n\n${release.author}　${release.source}\n\n${release.text}`),
      { path: '稿件.ninjs.json', bytes: storyNinjs({ release, link, config }) },
      textFile('图片说明.txt', captionList(pictures)),
      textFile('审签单.txt', approvalSheet(release, config, deliveryId, link)),
      ...pictures.map((p) => p.file),
    ]);
  }

  return {
    id: config.id,
    name: config.name,
    validate: validatePress,

    async send(job) {
      const finding = validatePress(job.release).find((f) => f.level === 'block');
      if (finding) return { kind: 'refused', note: finding.message };
      const existing = await findPack(parent, job.deliveryId);
      if (existing) return delivered(existing);
      const notes = openNotebook(job);
      const { release } = job;
      // Kept, so that a repeat after midnight writes the same folder.
      const folder = notes.text('folder') ?? safeName(`${shanghaiDay(clock.now())}-s${release.serial}-v${release.version}-${job.deliveryId}`);
      await notes.write({ folder });
      let pictures: PackedPicture[];
      try {
        pictures = await packPictures(assets, release, 'original');
      } catch (error) {
        return { kind: 'blocked', note: `图片读不出来：${reason(error)}` };
      }
      try {
        await pack(job, pictures, folder);
      } catch (error) {
        return { kind: 'retry', after: 60_000, note: `供稿包写不进“${parent}”（${reason(error)}）：请检查磁盘空间和权限，稍后再试。` };
      }
      await notes.write({ delivered: true });
      return delivered(folder);
    },

    async look(job) {
      const existing = await findPack(parent, job.deliveryId);
      return existing ? delivered(existing) : { kind: 'not-sent', note: '收稿文件夹里还没有这份供稿包。' };
    },

    withdraw: (job) => withdraw({ config, parent, clock }, job),
    lookWithdrawn: (job) => lookWithdrawn({ config, parent, clock }, job),
    correct: (job, correction) => correct({ config, parent, clock }, job, correction),
  };
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
