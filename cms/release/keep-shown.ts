import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type PayloadRequest,
} from 'payload';
import { pictureUsers } from './picture-users.ts';

/** A picture that anything uses stays, at every door: the next signing would go without it and nobody would know. */
export const keepUsedPictures: CollectionBeforeDeleteHook = ({ id, req }) => refuseUsed(String(id), '不能删除', req);

/** Nor is it thrown into the trash. */
export const keepUsedPicturesOutOfTrash: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation === 'update' && data.deletedAt && !originalDoc?.deletedAt)
    await refuseUsed(String(originalDoc?.id), '不能放进回收站', req);
  return data;
};

async function refuseUsed(id: string, what: string, req: PayloadRequest): Promise<void> {
  const users = await pictureUsers(req.payload, id, req);
  if (users.length === 0) return;
  const more = users.length > 3 ? `等${users.length}处` : '';
  throw new APIError(
    `${users.slice(0, 3).join('、')}${more}用着这张图片，${what}：请先在那里换掉它（已签发的要换图重新签发，或者撤回）。`,
    409,
    null,
    true,
  );
}

/** A column with stories stays: their pages say where they belong. */
export const keepFilledColumns: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({ collection: 'stories', where: { column: { equals: id } }, req });
  if (totalDocs > 0)
    throw new APIError(`这个栏目里还有 ${totalDocs} 篇稿件，不能删除：请先把稿件移到别的栏目。`, 409, null, true);
};
