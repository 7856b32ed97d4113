import type { GoneLater, Outcome } from '../channel.ts';

/** publish_status of what was out and is not any more: deleted in the account itself (5), banned by the platform (6). */
export const goneVerdicts: Readonly<Record<5 | 6, GoneLater>> = {
  5: { by: 'account', note: '微信发布成功后，文章已被本号删除：不是从这里撤的，请问清是谁删的、为什么。' },
  6: { by: 'platform', note: '微信发布成功后，文章已被平台封禁：请到公众平台查看原因。' },
};

/** publish_status of freepublish/get (channels.md §1 Publish). 5 and 6 come after a success. */
export const verdicts: Record<number, Outcome> = {
  2: { kind: 'refused', note: '微信原创校验未通过：请修改稿件或关闭原创声明后重新签发。' },
  3: { kind: 'refused', note: '微信发布失败：请到公众平台查看原因，修改后重新签发。' },
  4: { kind: 'refused', note: '微信平台审核未通过：请修改稿件后重新签发。' },
  5: { kind: 'refused', note: goneVerdicts[5].note, goneLater: goneVerdicts[5].by },
  6: { kind: 'refused', note: goneVerdicts[6].note, goneLater: goneVerdicts[6].by },
};
