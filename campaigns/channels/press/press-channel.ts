import type { Channel, ChannelContext, Outcome } from '../channel.ts';
import { openNotebook } from '../shared/notebook.ts';
import { packPictures, type PackedPicture } from '../shared/pictures.ts';
import { pressConfig, type PressOptions } from './config.ts';
import { openTransport, type PressAccess } from './deliver/open-transport.ts';
import { reason, type Found, type Handed } from './deliver/transport.ts';
import { folderName, type Desk } from './desk.ts';
import { correct, lookWithdrawn, withdraw } from './notify.ts';
import { parcelNotes } from './parcel.ts';
import { storyParcel } from './story-parcel.ts';
import { validatePress } from './validate.ts';

/**
 * A newspaper, broadcaster or news site: a 供稿包 (channels.md §3) by the outlet's own way: into its folder
 * `<dir>/<id>/<day>-s<serial>-v<version>-<deliveryId>/`, to its SFTP server, or by mail. A delivery has at most one.
 */
export function createPressChannel(
  options: PressOptions,
  { clock, assets }: ChannelContext,
  access: PressAccess = {},
): Channel {
  const config = pressConfig(options);
  const desk: Desk = {
    config,
    transport: openTransport(config, access, clock),
    receipts: access.receipts ?? null,
    clock,
  };
  const { transport } = desk;

  return {
    id: config.id,
    name: config.name,
    validate: validatePress,

    async send(job) {
      const finding = validatePress(job.release).find((f) => f.level === 'block');
      if (finding) return { kind: 'refused', note: finding.message };
      const notes = parcelNotes(openNotebook(job), 'folder');
      const folder = notes.folder();
      // A copy that was handed over is never made again, even when the outlet has taken it away.
      if (folder && notes.stage() === 'gone') return delivered(folder, `供稿包已交给“${config.outlet}”。`);
      let pictures: PackedPicture[];
      try {
        pictures = await packPictures(assets, job.release, 'original');
      } catch (error) {
        return { kind: 'blocked', note: `图片读不出来：${reason(error)}` };
      }
      const name = folder ?? folderName(desk, job, job.deliveryId);
      await notes.write({ folder: name, by: transport.by });
      return outcomeOf(await transport.deliver(await storyParcel(desk, job, pictures, name), notes, job.signal));
    },

    async look(job) {
      const notes = parcelNotes(openNotebook(job), 'folder');
      // Begun by a way that is not set up any more: what became of it cannot be seen from here.
      if (notes.stage() === 'going' && notes.by() !== transport.by) {
        return {
          kind: 'blocked',
          note: `送到一半时换了送法（原来是 ${notes.by() ?? '未知'}），不知对方是否已收到：请打电话问，收到了就登记“已发出”，没有收到再登记“重新发送”。`,
        };
      }
      return outcomeOf(await transport.find(job.deliveryId, notes, job.signal));
    },

    withdraw: (job) => withdraw(desk, job),
    lookWithdrawn: (job) => lookWithdrawn(desk, job),
    correct: (job, correction) => correct(desk, job, correction),
  };
}

const delivered = (folder: string, note: string): Outcome => ({
  kind: 'confirmed',
  externalId: folder,
  url: null,
  note,
});

function outcomeOf(handed: Handed | Found): Outcome {
  switch (handed.kind) {
    case 'there':
      return delivered(handed.reference, `供稿包${handed.note}`);
    case 'absent':
      return { kind: 'not-sent', note: handed.note };
    case 'doubt':
      return { kind: 'blocked', note: handed.note };
    case 'retry':
      return { ...handed, note: `供稿包${handed.note}` };
    default:
      return handed;
  }
}
