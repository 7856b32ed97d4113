import { APIError, type CollectionBeforeChangeHook, type CollectionBeforeDeleteHook, type PayloadRequest } from 'payload';
import { pictureIds } from '../rich-text/node.ts';
import { idOf } from './id-of.ts';

/** A picture that any release shows stays: pages, packages and evidence name it. */
export const keepReleasedPictures: CollectionBeforeDeleteHook = ({ id, req }) => refuseShown(String(id), req);

/** Nor is it thrown into the trash, and no story that is being written loses one: the next signing would go without it. */
export const keepReleasedPicturesOutOfTrash: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !data.deletedAt || originalDoc?.deletedAt) return data;
  const id = String(originalDoc?.id);
  await refuseShown(id, req);
  const { docs } = await req.payload.find({ collection: 'stories', depth: 0, joins: false, pagination: false, select: { title: true, cover: true, body: true }, req });
  const user = docs.find(({ body, cover }) => idOf(cover) === id || pictureIds(body).includes(id));
  if (user) throw new APIError(`稿件“${user.title}”用着这张图片，不能放进回收站：请先在稿件里换掉它。`, 409, null, true);
  return data;
};

async function refuseShown(id: string, req: PayloadRequest): Promise<void> {
  const { docs } = await req.payload.find({ collection: 'publications', where: { pictures: { contains: id } }, limit: 1, depth: 0, pagination: false, select: { title: true }, req });
  if (docs[0]) throw new APIError(`已签发的稿件“${docs[0].title}”用着这张图片，不能删除：请先撤回稿件或换图重新签发。`, 409, null, true);
}

/** A column with stories stays: their pages say where they belong. */
export const keepFilledColumns: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({ collection: 'stories', where: { column: { equals: id } }, req });
  if (totalDocs > 0) throw new APIError(`这个栏目里还有 ${totalDocs} 篇稿件，不能删除：请先把稿件移到别的栏目。`, 409, null, true);
};
