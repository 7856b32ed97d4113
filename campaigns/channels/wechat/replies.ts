import { z } from 'zod';
import { wholeNumber as whole } from '../shared/json.ts';

const text = z.union([z.string().min(1), z.number()]).transform(String);
/** `errcode` is absent or 0 on success; errmsg ends with `rid: …`. */
export const envelope = z.looseObject({
  errcode: whole.nullish(),
  errmsg: z.string().catch(''),
});

export const tokenReply = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
export const uploadReply = z.object({ url: z.string().min(1) });
export const materialReply = z.object({ media_id: text });
export const draftReply = z.object({ media_id: text });
export const submitReply = z.object({ publish_id: text });

/** message/mass/sendall, and what 45065 gives back of it. */
export const massReply = z.looseObject({ msg_id: text });

/** Calls of which nothing but success matters: they say so, and silence is no success. */
export const okReply = z.looseObject({ errcode: whole.pipe(z.literal(0)) });

/** freepublish/get */
export const publishReply = z.object({
  publish_status: whole,
  article_id: text.nullish(),
  article_detail: z
    .looseObject({
      item: z.array(z.looseObject({ article_url: z.string().nullish() })).nullish(),
    })
    .nullish(),
});

const newsItem = z.looseObject({
  content_source_url: z.string().nullish(),
  url: z.string().nullish(),
  is_deleted: z.union([z.boolean(), z.number()]).nullish(),
});

/** freepublish/getarticle */
export const articleReply = z.looseObject({ news_item: z.array(newsItem) });

/** One page of draft/batchget or freepublish/batchget. */
export const listReply = z.object({
  total_count: whole.pipe(z.number().nonnegative()),
  item: z
    .array(
      z.looseObject({
        media_id: text.nullish(),
        article_id: text.nullish(),
        content: z.looseObject({ news_item: z.array(newsItem).nullish() }).nullish(),
      }),
    )
    .nullish()
    .transform((items) => items ?? []),
});
