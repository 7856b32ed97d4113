import { APIError, type CollectionConfig, type RequestContext } from 'payload';
import { v7 as uuidv7 } from 'uuid';
import { access } from '../access/access.ts';
import { refuseFirst } from '../access/refuse-first.ts';
import { altProblem, altToFill } from '../media/alt-problem.ts';
import { mediaFolder } from '../media/folder.ts';
import { acceptUpload, removeRenditions, storeRenditions } from '../media/hooks.ts';
import { removeRefused } from '../media/remove-refused.ts';
import { idField } from '../fields/id-field.ts';
import { portraitFields } from './portrait-fields.ts';
import { jsonColumn } from '../columns/json-column.ts';
import { renditionsDoor } from '../media/rendition-door.ts';

/**
 * Pictures. What arrives is inspected, drawn anew without hidden data, and kept in every size that pages and channels
 * need, as `<DATA_DIR>/media/<id>-<size>.<ext>`. Only signed-in staff reach them here; the public gets released pictures
 * through `cms/read`. A picture's file never changes under its id, because signed releases name it.
 */
export const mediaCollection = (dataDir: string): CollectionConfig => ({
  slug: 'media',
  labels: { singular: '图片', plural: '图片' },
  admin: {
    group: '内容',
    useAsTitle: 'alt',
    listSearchableFields: ['alt', 'caption', 'credit', 'filename'],
    defaultColumns: ['filename', 'alt', 'credit', 'aigc', 'updatedAt'],
    description:
      '只收 JPG、PNG、WebP、GIF，20 MB 以内。上传时自动去掉拍摄地点、设备等隐藏信息，摆正方向，裁好各渠道要的尺寸。',
  },
  upload: {
    staticDir: mediaFolder(dataDir),
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
    crop: false,
    focalPoint: true,
    pasteURL: false,
    hideRemoveFile: true,
    displayPreview: true,
    adminThumbnail: ({ doc }) => (typeof doc.id === 'string' ? `/api/media/file/${doc.id}-card-640.webp` : null),
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff');
      return headers;
    },
  },
  trash: true,
  disableDuplicate: true,
  access: access('media'),
  hooks: {
    beforeOperation: [
      refuseFirst('media'),
      async ({ args, operation, req }) => {
        if (operation === 'create')
          await acceptUpload(req, args.overrideAccess === true ? args.data?.id : req.context.formRow?.id);
        if (operation === 'update' && req.file)
          throw new APIError('图片传上来以后不能换文件，因为已签发的稿件可能用着它：请另传一张新图片。', 422);
        return args;
      },
    ],
    afterError: [removeRefused],
    beforeChange: [storeRenditions],
    afterDelete: [removeRenditions],
  },
  fields: [
    { ...idField, defaultValue: ({ req }) => req.context.mediaId ?? uuidv7() },
    {
      name: 'alt',
      label: '替代文字',
      type: 'text',
      required: true,
      maxLength: 200,
      admin: { description: '图里看得见什么，一句话，至少两个字，不能是文件名；读屏软件会念给看不见的人听。' },
      // An import may bring a picture without words; no story with it can be handed in before somebody writes them.
      validate: (value: unknown, { req }: { req: { context?: RequestContext } }) => {
        const alt = typeof value === 'string' ? value : '';
        return (alt === altToFill && req.context?.altToCome === true) || (altProblem(alt) ?? true);
      },
    },
    {
      name: 'caption',
      label: '图说',
      type: 'textarea',
      maxLength: 300,
      admin: { description: '这张图说明什么；印在图片下面。' },
    },
    {
      name: 'credit',
      label: '作者与版权',
      type: 'text',
      maxLength: 100,
      admin: { description: '谁拍的、谁画的，凭什么可以用。' },
    },
    {
      name: 'aigc',
      label: '由人工智能生成或合成',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: '文件里带有生成标识时自动勾上，不能取消；没带标识的请如实勾选。页面会注明。' },
    },
    ...portraitFields,
    {
      name: 'aigcMark',
      label: '文件里的生成标识',
      type: 'textarea',
      access: { create: () => false, update: () => false },
      admin: { readOnly: true, condition: (data) => Boolean(data.aigcMark) },
    },
    {
      name: 'sha256',
      label: '指纹',
      type: 'text',
      index: true,
      access: { create: () => false, update: () => false },
      admin: { readOnly: true, position: 'sidebar' },
    },
    jsonColumn(renditionsDoor, {
      name: 'renditions',
      label: '各种尺寸',
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    }),
  ],
});
