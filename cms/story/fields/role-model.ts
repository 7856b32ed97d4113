import { dayInWords } from '../../../campaigns/calendar/civil-day.ts';
import { deskDay, line, maybeDay, maybeLine, type Facts } from './fact.ts';

/** What readers learn of a role model besides the text. One entry a field: form, release, checks, search, pages are made from it. */
export const roleModelFacts = {
  /** Of a person or unit; always fictional with 示例 in starter content. It fits the middle slip of the drawn bamboo book (look.md §7). */
  name: line('姓名或单位', {
    maxLength: 9,
    needed: '请填写诚信典型的姓名或单位。',
    checked: '诚信典型姓名或单位',
    searched: true,
    row: '姓名（单位）',
    lead: true,
  }),
  /** 诚信人物 / 诚信企业 / 诚信群体 / 优秀志愿者 … */
  category: line('类别', {
    description: '例如 诚信人物、诚信企业、优秀志愿者。',
    needed: '请填写诚信典型的类别。',
    checked: '诚信典型类别',
    gated: false,
    row: '类别',
    lead: true,
  }),
  batch: line('发布批次', {
    description: '例如 第十二批。',
    needed: '请填写发布批次。',
    checked: null,
    searched: true,
    row: '批次',
    say: ({ batch, batchDate }) =>
      [batch, typeof batchDate === 'string' && batchDate ? dayInWords(batchDate) : null].filter(Boolean).join('，'),
  }),
  batchDate: maybeDay('发布日期'),
  place: line('地点', {
    maxLength: 20,
    needed: '请填写诚信典型的地点。',
    checked: '诚信典型地点',
    searched: true,
    row: '地点',
    lead: true,
  }),
  recommendedBy: maybeLine('推荐单位', { maxLength: 40, needed: '请填写推荐单位。', searched: true, row: '推荐' }),
  publicity: maybeLine('公示情况', { maxLength: 40, row: '公示' }),
  // 个人信息保护法 §25: publishing a person needs that person's own consent (gate G17). Printed on the page: those who review it must see it.
  consent: maybeLine('本人同意情况', {
    maxLength: 40,
    description: '没有本人（未成年人为监护人）同意，不能发布。',
    needed: '请填写本人同意情况：没有本人同意不能发布。',
    gated: false,
    personal: true,
    row: '同意',
  }),
  consentUntil: deskDay(
    '同意的有效期至',
    '同意书写明了期限的，写期限的最后一天，如 2028-06-30；到期前一个月会提醒，到期当天起有警报。',
  ),
  recheck: maybeLine('信用复核情况', { maxLength: 40, gated: false, row: '复核' }),
} satisfies Facts;
