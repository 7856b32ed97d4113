import { createHash } from 'node:crypto';
import { APIError, type CollectionConfig } from 'payload';
import { access } from '../access/access.ts';
import { refuseFirst } from '../access/refuse-first.ts';
import { removeRefused } from '../media/remove-refused.ts';
import { acceptPaper } from '../papers/accept-paper.ts';
import { idField } from '../fields/id-field.ts';
import { line } from '../fields/own-words.ts';

declare module 'payload' {
  interface RequestContext {
    /** Set by the nightly purge alone. */
    purgePapers?: boolean;
  }
}

const kept = '证明材料传上来以后不能改，也不能自己删：传错了请另传一份，旧的会按期限销毁。';

/**
 * 证明材料: consent forms and other papers about people. Private: no page, feed or package may show them; they leave the
 * house with the person's data (30 days after refusal or offline, gate G28), their fingerprint stays on the nomination.
 */
export const papers = (folder: string): CollectionConfig => ({
  slug: 'papers',
  labels: { singular: '证明材料', plural: '证明材料' },
  admin: {
    group: '诚信典型',
    useAsTitle: 'title',
    defaultColumns: ['title', 'createdAt'],
    description:
      '同意书等纸质材料的扫描件。只有采编、终审和审计看得到，永不公开；人选未通过或下线后按期限自动销毁，只留指纹。',
  },
  access: access('papers'),
  defaultSort: '-createdAt',
  hooks: {
    beforeOperation: [
      refuseFirst('papers'),
      async ({ args, operation, req }) => {
        if (operation === 'update') throw new APIError(kept, 403, null, true);
        if (operation === 'create') await acceptPaper(req);
        return args;
      },
    ],
    afterError: [removeRefused],
    beforeDelete: [
      ({ req }) => {
        if (!req.context.purgePapers) throw new APIError(kept, 403, null, true);
      },
    ],
  },
  lockDocuments: false,
  disableDuplicate: true,
  upload: {
    staticDir: folder,
    mimeTypes: ['application/pdf', 'image/jpeg', 'image/png'],
    crop: false,
    focalPoint: false,
    pasteURL: false,
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff');
      headers.set('Cache-Control', 'private, no-store');
      headers.set('Content-Disposition', 'attachment');
      return headers;
    },
  },
  fields: [
    idField,
    line('title', '名称', {
      required: true,
      maxLength: 60,
      description: '例如 本人同意书（某年某月签）。不写证件号码。',
    }),
    {
      name: 'sha256',
      label: '指纹',
      type: 'text',
      access: { create: () => false, update: () => false },
      admin: { readOnly: true },
      hooks: {
        beforeChange: [
          ({ req, value }) => (req.file ? createHash('sha256').update(req.file.data).digest('hex') : value),
        ],
      },
    },
  ],
});
