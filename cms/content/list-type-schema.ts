import { z } from 'zod';
import { answerSchema, blames } from '../story/answer.ts';
import type { ListType } from '../story/list-type.ts';
import { confidence, day, line, prose, slug, webAddress } from './fields.ts';

const basis = z.strictObject({
  title: line(60),
  docNo: line(40),
  article: line(40),
  effective: day,
  source: line(60),
  confidence,
});

/** `content/lists/<slug>.yaml`: a 严重失信主体名单 type. Without a legal basis there is no list (国办发〔2020〕49号). */
export const listTypeSchema = z
  .strictObject({
    slug,
    name: line(24),
    authority: line(40),
    summary: line(54),
    who: prose,
    fields: prose,
    personId: prose,
    period: prose,
    exit: prose,
    basis: z
      .array(basis)
      .refine((rows) => rows.length > 0, '是空的，至少要有1条法律、法规或者中央文件依据，没有依据的名单不能设'),
    catalogItem: line(60),
    catalogEdition: line(60),
    officialUrl: webAddress,
    officialName: line(24),
    mode: z.literal('link').default('link'),
    checkedOn: day,
    /** The question of `cms/question`, as every public text is asked it; a list is explained, never held against anybody by name. What its texts say is asked when somebody agrees to them (`blamed-in-list.ts`). */
    answer: answerSchema.optional(),
  })
  .superRefine((list, { addIssue }) => {
    if (list.answer && blames(list.answer))
      addIssue({
        code: 'custom',
        path: ['answer'],
        message: '答的是指名批评：名单的说明不能指名，请改成认不出任何人和单位',
      });
  }) satisfies z.ZodType<Omit<ListType, 'path'>>;

export type StarterListType = z.output<typeof listTypeSchema>;
