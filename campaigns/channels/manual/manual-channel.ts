import { join } from 'node:path';
import type { Channel, ChannelContext, Outcome, SendJob } from '../channel.ts';
import { openNotebook } from '../shared/notebook.ts';
import { findPack, safeName, textFile, writePack } from '../shared/pack.ts';
import { packPictures, type PackedPicture } from '../shared/pictures.ts';
import { civilDay } from '../../calendar/civil-day.ts';
import { validateWechat } from '../wechat/validate.ts';
import { validateWeibo } from '../weibo/validate.ts';
import { wechatPack, weiboPack } from './manual-pack.ts';
import { withdrawByHand } from './withdraw.ts';

export interface ManualOptions {
  id: string;
  name: string;
  kind: 'wechat' | 'weibo';
  /** Packs go to `<dir>/<id>/<day>-s<serial>-v<version>-<deliveryId>/`. */
  dir: string;
}

/**
 * A channel whose account has no API (personal or unverified, channels.md §1 Publish): writes everything a person needs
 * to publish by hand and then waits for that person. It never reports a publication, it cannot know of one.
 */
export function createManualChannel(options: ManualOptions, { clock, assets }: ChannelContext): Channel {
  const { id, name, kind, dir } = options;
  const parent = join(dir, safeName(id));
  const waiting = (folder: string): Outcome => ({
    kind: 'blocked',
    note: `人工推送包已备好：${join(parent, folder)}。请按“核对清单.txt”在${name}手工发布，再在台账里登记。`,
  });
  const write = async (job: SendJob, folder: string, pictures: PackedPicture[]) => {
    const { release, deliveryId, link } = job;
    const texts = kind === 'wechat' ? wechatPack(release, link, pictures) : weiboPack(release, link);
    await writePack(
      parent,
      folder,
      { deliveryId, channel: id, title: release.title, releaseHash: release.hash, link },
      [...texts.map((t) => textFile(t.path, t.text)), ...pictures.map((p) => p.file)],
    );
  };
  return {
    id,
    name,
    validate: (release) => (kind === 'wechat' ? validateWechat(release, false) : validateWeibo(release)),

    async send(job) {
      const existing = await findPack(parent, job.deliveryId);
      if (existing) return waiting(existing);
      const notes = openNotebook(job);
      const folder =
        notes.text('folder') ??
        safeName(`${civilDay(clock.now())}-s${job.release.serial}-v${job.release.version}-${job.deliveryId}`);
      await notes.write({ folder });
      try {
        await write(job, folder, await packPictures(assets, job.release, kind === 'wechat' ? 'inline' : 'original'));
      } catch (error) {
        return {
          kind: 'blocked',
          note: `人工推送包没有备成：${error instanceof Error ? error.message : String(error)}`,
        };
      }
      return waiting(folder);
    },

    async look(job) {
      const existing = await findPack(parent, job.deliveryId);
      return existing ? waiting(existing) : { kind: 'not-sent', note: '人工推送包还没有备好。' };
    },

    withdraw: (job) =>
      withdrawByHand({ name, parent, what: kind === 'wechat' ? '公众平台的“发表记录”' : '微博主页' }, job),
  };
}
