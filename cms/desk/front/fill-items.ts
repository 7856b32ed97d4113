import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
} from 'payload';
import { z } from 'zod';
import { minuteText } from '../../../campaigns/calendar/civil-day.ts';
import { idOf } from '../../database/id-of.ts';

const refuse = (message: string): never => {
  throw new APIError(message, 422, null, true);
};

/** There is one front page: a second arrangement would be read by nobody. */
export const onlyOne: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  const { totalDocs } =
    operation === 'create' ? await req.payload.count({ collection: 'front-pages', req }) : { totalDocs: 0 };
  if (totalDocs > 0) throw new APIError('首页编排已经有一份：请打开它来改。', 409, null, true);
  return data;
};

/** Stories that the front page has room for. */
export const mostItems = 9;

const last = Date.parse('9999-12-31T00:00:00Z');

/** The part that is read here; the form's own rules come after it. */
const itemShape = z.looseObject({
  story: z.union([z.string().min(1), z.looseObject({ id: z.string() })], '还没有选稿件：请选一篇，或删掉这一条。'),
  place: z.unknown(),
  untilAt: z
    .union([z.string(), z.date()])
    .nullish()
    .transform((at) => (at ? new Date(at) : null))
    .refine(
      (at) => !at || (at.getTime() > 0 && at.getTime() < last),
      '的“到几时为止”不是日子和时分：请重新选，并核对年份。',
    ),
});
type Item = z.infer<typeof itemShape>;

/** Rows as they are sent, or one sentence about the first that cannot be read. */
const readItems = (sent: readonly unknown[]): Item[] => {
  // Asked first: what nobody can look through is not looked up either.
  if (sent.length > mostItems) refuse(`首页最多${mostItems}篇，这里有${sent.length}篇：请删掉一些。`);
  return sent.map((one, i) => {
    const read = itemShape.safeParse(one);
    if (read.success) return read.data;
    const { message, path } = read.error.issues[0] ?? {};
    return refuse(`第${i + 1}条${path?.length ? message : '还没有选稿件：请选一篇，或删掉这一条。'}`);
  });
};

/** Says in words what was chosen, so that whoever agrees, and the reader, need nothing else. */
export const fillItems: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (!Array.isArray(data.items)) return data;
  const items = readItems(data.items);
  const stories = items.map(({ story }) => idOf(story) ?? '');
  if (new Set(stories).size < stories.length) refuse('同一篇稿件放了两次：请删掉一条。');
  if (items.filter(({ place }) => place === '头条').length > 1) refuse('头条只能有一篇：请把别的改成“置顶”。');
  const shown = await shownStories(req, stories);
  return {
    ...data,
    items: items.map((item, i) => {
      const row = shown.get(stories[i] ?? '');
      if (!row) return refuse(`第${i + 1}条的稿件还没有签发，或者已经撤回、下线，不能放上首页：请换一篇，或等它签发。`);
      const { serial, title } = row;
      return {
        ...item,
        serial,
        title,
        untilAt: item.untilAt?.toISOString() ?? null,
        until: item.untilAt && minuteText(item.untilAt),
      };
    }),
  };
};

async function shownStories(
  req: PayloadRequest,
  stories: readonly string[],
): Promise<Map<string, { serial: number; title: string }>> {
  const { docs } = await req.payload.find({
    collection: 'publications',
    where: {
      and: [
        { story: { in: [...stories] } },
        { state: { in: ['live', 'waiting'] } },
        { kind: { not_equals: 'material' } },
      ],
    },
    depth: 0,
    pagination: false,
    select: { story: true, serial: true, title: true },
    req,
  });
  return new Map(docs.map(({ serial, story, title }) => [idOf(story) ?? '', { serial, title }]));
}
