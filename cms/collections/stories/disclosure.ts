import type { Field } from 'payload';
import { blames, nothing } from '../../story/answer.ts';
import { contentLabels } from '../../story/fields/content-names.ts';
import { formAnswer } from '../../story/form-answer.ts';
import { day, line, webAddress, words } from '../../fields/own-words.ts';

/** The form as far as it decides which proofs are asked for. */
interface Shown {
  kind?: unknown;
  answer?: unknown;
  disclosure?: { named?: boolean | null };
}

const answerOf = (data: Shown) => formAnswer(data) ?? nothing;
/** Told something bad, named or not: somebody must have verified it. */
const isBlame = (data: Shown): boolean => data.kind === 'case' || answerOf(data).tone === 'negative';
const isNamedBlame = (data: Shown): boolean => blames(answerOf(data));
/** Praised or shown as a child: consent is asked for, unless a nomination has it. */
const needsConsent = (data: Shown): boolean => {
  const answer = answerOf(data);
  return (
    data.kind !== 'role-model' &&
    answer.tone !== 'negative' &&
    answer.who !== 'nobody' &&
    (answer.tone === 'praise' || answer.minor)
  );
};

/**
 * What a text must prove about whom it lets one recognise (G01–G04, G08–G11, G14, G16–G18), asked for by the
 * answer to the question and never by the kind. Anonymous blame: only the verification. Named: every gate of `cms/gates`.
 */
export const disclosureFacts: Field = {
  name: 'disclosure',
  label: contentLabels.disclosure,
  type: 'group',
  admin: {
    condition: (data: Shown) => isBlame(data) || needsConsent(data),
    description:
      '按上面“认得出谁，是褒是贬”的答案要求填写。批评默认匿名；确需指名的，下面每一项都要有。未成年人和封存记录一律不能指名，没有例外。',
  },
  fields: [
    // Rows from before the question: read by `formAnswer`, no longer asked for.
    { name: 'named', label: '指名（写出当事人）', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
    {
      name: 'proof',
      label: '指名的依据',
      type: 'group',
      admin: { condition: (data: Shown) => isNamedBlame(data) },
      fields: [
        words('names', '当事人名称', { maxRows: 6, maxLength: 40 }),
        {
          name: 'subject',
          label: '当事人是',
          type: 'select',
          options: [
            { value: 'unit', label: '单位' },
            { value: 'adult', label: '成年人' },
            { value: 'minor', label: '未成年人' },
            { value: 'unknown', label: '年龄不明' },
          ],
        },
        {
          name: 'record',
          label: '记录的性质',
          type: 'select',
          options: [
            { value: 'administrative', label: '行政处罚（治安以外）' },
            { value: 'court', label: '法院生效裁判' },
            { value: 'list', label: '严重失信主体名单' },
            { value: 'public-security', label: '治安处罚' },
            { value: 'sealed-crime', label: '封存的犯罪记录' },
          ],
        },
        line('basisDoc', '公开的依据', { maxLength: 80, description: '法律、法规或者中央文件的名称。' }),
        line('basisArticle', '依据的条款', { maxLength: 24 }),
        line('catalogItem', '目录条目', { maxLength: 60 }),
        line('catalogEdition', '目录版本', { maxLength: 60 }),
        line('authority', '认定单位', { maxLength: 40 }),
        line('recordId', '来源记录编号', { maxLength: 60 }),
        webAddress('recordUrl', '来源记录网址'),
        day('fetchedOn', '核对来源的日期'),
        line('docNo', '认定文书文号', { maxLength: 60 }),
        day('docDate', '认定文书日期'),
        {
          name: 'tier',
          label: '失信程度',
          type: 'select',
          options: ['轻微', '一般', '严重', '特别法'].map((value) => ({ value, label: value })),
        },
        day('periodEnd', '公示期满日', { description: '到这一天零点自动下线。' }),
        line('piaNo', '个人信息保护影响评估编号', { maxLength: 40 }),
        line('piaBy', '评估批准人', { maxLength: 16 }),
        day('piaOn', '评估批准日期'),
        line('objection', '异议入口', { maxLength: 80, description: '写在页面上：受理的部门和电话，或者网址。' }),
      ],
    },
    {
      name: 'consent',
      label: '同意和信用复核',
      type: 'group',
      admin: {
        condition: (data: Shown) => needsConsent(data),
        description:
          '表扬到个人、写到认得出的未成年人，都要先有同意；受表扬的还要查过现行名单。诚信典型在“推荐人选”里办，不填这里。',
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'by',
              label: '谁同意的',
              type: 'select',
              options: [
                { value: 'self', label: '本人' },
                { value: 'guardian', label: '监护人' },
                { value: 'unit', label: '单位' },
              ],
            },
            day('on', '同意日期'),
          ],
        },
        line('paper', '同意书编号或存放处', { maxLength: 60 }),
        {
          type: 'row',
          fields: [
            day('recheckedOn', '信用复核日期'),
            line('recheckedBy', '复核人', { maxLength: 16 }),
            line('recheckSource', '查的是哪里', { maxLength: 40, description: '例如 信用中国、中国执行信息公开网。' }),
          ],
        },
      ],
    },
    {
      type: 'row',
      admin: { condition: (data: Shown) => isBlame(data) },
      fields: [
        line('evidence', '核实所凭文书', { maxLength: 80 }),
        line('checker', '核实人', { maxLength: 16 }),
        day('checkedOn', '核实日期'),
      ],
    },
  ],
};

/** Where an imported story came from; the importer alone writes it. */
export const originFields: Field = {
  name: 'origin',
  label: '旧稿来历',
  type: 'group',
  admin: { position: 'sidebar', condition: (data: { origin?: { path?: unknown } }) => Boolean(data.origin?.path) },
  access: { create: () => false, update: () => false },
  fields: [
    { name: 'path', label: '原文件', type: 'text', index: true, admin: { readOnly: true } },
    { name: 'publishedOn', label: '原发布日期', type: 'text', admin: { readOnly: true } },
    { name: 'fileHash', label: '文件指纹', type: 'text', admin: { hidden: true } },
    // The story's content as the importer left it: another one means that people have worked on it.
    { name: 'writtenHash', label: '导入内容指纹', type: 'text', admin: { hidden: true } },
    { name: 'notes', label: '导入时的问题', type: 'textarea', admin: { readOnly: true } },
  ],
};
