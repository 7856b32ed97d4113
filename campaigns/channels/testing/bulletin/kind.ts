import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Channel } from '../../channel.ts';
import { defineChannel } from '../../define-channel.ts';
import { bulletinAccount } from './account.ts';

const there = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Sheets are files named by the delivery; one that is taken down is kept beside them. */
function createBulletin(id: string, name: string, place: string, dir: string): Channel {
  const sheet = (deliveryId: string) => join(dir, `${deliveryId}.txt`);
  const hung = (deliveryId: string) => ({
    kind: 'confirmed' as const,
    externalId: deliveryId,
    url: null,
    note: `已贴在${place}。`,
  });
  return {
    id,
    name,
    validate: () => [],
    async send({ deliveryId, record, release }) {
      await mkdir(dir, { recursive: true });
      await record({ begun_hanging: true });
      await writeFile(sheet(deliveryId), `${place}\n${release.title}\n`);
      await record({ hung: true });
      return hung(deliveryId);
    },
    look: async ({ deliveryId }) =>
      (await there(sheet(deliveryId))) ? hung(deliveryId) : { kind: 'not-sent', note: '还没有贴。' },
    async withdraw({ deliveryId, progress }) {
      if (!(await there(sheet(deliveryId))))
        return progress.hung ? { kind: 'deleted', note: '已经揭下。' } : { kind: 'already-gone', note: '没有贴过。' };
      await rename(sheet(deliveryId), `${sheet(deliveryId)}.down`);
      return { kind: 'deleted', note: '已经揭下。' };
    },
  };
}

export const bulletinKind = defineChannel({
  account: bulletinAccount,
  create: ({ id, name, place }, { pressDir }) => createBulletin(id, name, place, join(pressDir, id)),
});
