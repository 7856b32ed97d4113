import { z } from 'zod';
import { checkTexts } from '../checks/check-texts.ts';
import { answerSchema, blames } from '../story/answer.ts';
import { textAnswer } from '../question/text-answer.ts';
import type { ListType } from '../story/list-type.ts';
import { confidence, day, line, prose, slug, webAddress } from '../content/fields.ts';
import { listTexts } from './list-texts.ts';

const basis = z.strictObject({
  title: line(60),
  docNo: line(40),
  article: line(40),
  effective: day,
  source: line(60),
  confidence,
});

/** `content/lists/<slug>.yaml`: a 严重失信主体名单 type. Without a legal basis there is no list (国办发〔2020〕49号). */
export const listTypeSchema = z.strictObject({
  slug,
  name: line(24),
  authority: line(40),
  summary: line(54),
  who: prose,
  fields: prose,
  personId: prose,
  period: prose,
  exit: prose,
  basis: z.array(basis).refine((rows) => rows.length > 0, '是空的，至少要有1条法律、法规或者中央文件依据，没有依据的名单不能设'),
  catalogItem: line(60),
  catalogEdition: line(60),
  officialUrl: webAddress,
  officialName: line(24),
  mode: z.literal('link').default('link'),
  checkedOn: day,
  /** The question of `cms/question`, as every public text is asked it; a list is explained, never held against anybody by name. */
  answer: answerSchema.optional(),
}).superRefine((list, { addIssue }) => {
  for (const text of listTexts(list)) {
    const { answer, seen } = textAnswer([text], checkTexts([text]));
    if (seen[0]) addIssue({ code: 'custom', path: text.path, message: `像是指名说了“${seen[0].name}”的失信或违法的事：名单的说明不能指名，请改成谁也认不出来的写法` });
    else if (answer.sealed) addIssue({ code: 'custom', path: text.path, message: '写到了能认出来的人的治安处罚或封存的记录，请改写' });
  }
  if (list.answer && blames(list.answer)) addIssue({ code: 'custom', path: ['answer'], message: '答的是指名批评：名单的说明不能指名，请改成认不出任何人和单位' });
}) satisfies z.ZodType<Omit<ListType, 'path'>>;

export type StarterListType = z.output<typeof listTypeSchema>;
