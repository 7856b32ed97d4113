import type { SendJob } from '../channel.ts';
import { textFile } from '../shared/pack.ts';
import { captionList, type PackedPicture } from '../shared/pictures.ts';
import { approvalSheet } from './approval-sheet.ts';
import { configFor, embargoWords } from './config.ts';
import { receiptFor, type Desk } from './desk.ts';
import { storyDocx } from './docx.ts';
import { storyLetter } from './letter.ts';
import { storyNinjs } from './ninjs.ts';
import type { Parcel } from './parcel.ts';
import { storyText } from './story-text.ts';

/** 供稿包: the story as Word and text, original pictures, captions, approval sheet, and ninjs for machines (channels.md §3). */
export async function storyParcel(
  desk: Desk,
  job: SendJob,
  pictures: PackedPicture[],
  folder: string,
): Promise<Parcel> {
  const { deliveryId, release, link } = job;
  const config = configFor(desk.config, release);
  const receipt = receiptFor(desk, deliveryId, null, null);
  const urgent = config.embargo ? `·${embargoWords(config.embargo)}` : '';
  return {
    id: deliveryId,
    folder,
    facts: {
      outlet: config.outlet,
      title: release.title,
      serial: release.serial,
      version: release.version,
      releaseId: release.id,
      releaseHash: release.hash,
      signedAt: release.signedAt,
      link,
      embargo: config.embargo,
    },
    files: [
      { path: '稿件.docx', bytes: await storyDocx(release, pictures) },
      textFile('稿件.txt', storyText(release)),
      { path: '稿件.ninjs.json', bytes: storyNinjs({ release, link, config }) },
      textFile('图片说明.txt', captionList(pictures)),
      textFile('审签单.txt', approvalSheet(release, config, deliveryId, link, receipt)),
      ...pictures.map((p) => p.file),
    ],
    subject: `【供稿${release.version > 1 ? '·更正稿' : ''}${urgent}】${release.title}`,
    letter: storyLetter({ config, job, pictures: pictures.length, receipt }),
  };
}
