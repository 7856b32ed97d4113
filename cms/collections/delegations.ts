import { APIError, type CollectionBeforeValidateHook, type CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { personOf } from '../access/person-of.ts';
import type { Role } from '../access/roles.ts';
import { idOf } from '../database/id-of.ts';
import { idField } from '../fields/id-field.ts';
import { day, line } from '../fields/own-words.ts';

const reviewing: readonly Role[] = ['reviewer1', 'reviewer2', 'signer', 'secrecy'];

/** Whose leave it is: one's own, unless an administrator enters it. The substitute must hold a review role of that person. */
const check: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const row = { ...originalDoc, ...data };
  const person = personOf(req);
  const user = person && !person.roles.includes('admin') ? person.id : (idOf(row.user) ?? person?.id ?? null);
  const delegate = idOf(row.delegate);
  if (!user || !delegate) throw new APIError('请选代办人：请假期间由谁代办。', 422, null, true);
  if (user === delegate) throw new APIError('代办人不能是请假的本人：请选另一位。', 422, null, true);
  if (typeof row.from === 'string' && typeof row.to === 'string' && row.from > row.to)
    throw new APIError('请假的结束日期早于开始日期：请核对。', 422, null, true);
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: [user, delegate] } },
    depth: 0,
    pagination: false,
    req,
  });
  const rolesOf = (id: string): Role[] => docs.find((row) => row.id === id)?.roles ?? [];
  if (!reviewing.some((role) => rolesOf(user).includes(role) && rolesOf(delegate).includes(role))) {
    throw new APIError(
      '代办人没有同样的审核职责：请选一位与请假人职责相同的同事，或请管理员先给他这项职责。',
      422,
      null,
      true,
    );
  }
  return { ...data, user, delegate };
};

/** 请假代办: from–to, a colleague with the same role does what was given to the person by name. */
export const delegations: CollectionConfig = {
  slug: 'delegations',
  labels: { singular: '请假代办', plural: '请假代办' },
  admin: {
    group: '站务',
    useAsTitle: 'note',
    defaultColumns: ['user', 'delegate', 'from', 'to'],
    description:
      '请假期间，指定给您审的稿件由代办人审，记录里写明“代 某某”。代办人仍要守规矩：不审自己的稿件，同一篇的三次审核不能由同一个人做。',
  },
  access: access('delegations'),
  defaultSort: '-from',
  hooks: { beforeValidate: [check] },
  fields: [
    idField,
    {
      name: 'user',
      label: '请假人',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      admin: { description: '不填就是您自己；只有管理员可以替别人填。' },
    },
    { name: 'delegate', label: '代办人', type: 'relationship', relationTo: 'users', index: true },
    day('from', '从哪一天', { required: true }),
    day('to', '到哪一天（含）', { required: true }),
    line('note', '事由', { maxLength: 40 }),
  ],
};
