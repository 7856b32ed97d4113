import { amount, choice, line, maybeAddress, type Facts } from './fact.ts';

export const schoolStages = ['小学低年级', '小学高年级', '初中', '高中', '中职', '高校', '成人'] as const;

/** Its texts are read together: a lesson's facts are a few words each. */
const checked = '教学材料资料';

/** What a teacher must know before taking a lesson. One entry a field, as for role models. */
export const lessonFacts = {
  stage: choice('学段', schoolStages, { needed: '请选教学材料的学段。', row: '学段' }),
  theme: line('主题', { maxLength: 12, needed: '请填写教学材料的主题。', checked, searched: true, row: '主题' }),
  subject: line('学科', { maxLength: 12, needed: '请填写教学材料的学科。', checked, searched: true, row: '学科' }),
  duration: amount(
    '时长（分钟）',
    { min: 10, max: 240 },
    {
      needed: '请填写教学材料的时长。',
      row: '用时',
      say: ({ duration }) => (Number(duration) > 0 ? `${duration}分钟` : ''),
    },
  ),
  licence: line('使用许可', {
    maxLength: 24,
    description: '例如 CC BY-NC 4.0。',
    needed: '请填写教学材料的使用许可。',
    checked,
    gated: false,
    row: '授权',
    say: ({ licence, licenceUrl }) => [licence, licenceUrl].filter(Boolean).join(' '),
  }),
  licenceUrl: maybeAddress('许可全文网址'),
} satisfies Facts;
