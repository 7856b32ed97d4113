import { previewWechat } from '../../campaigns/channels/wechat/preview.ts';
import { previewWeibo, type WeiboPreview } from '../../campaigns/channels/weibo/preview.ts';
import type { ReleaseImage } from '../../campaigns/ports/release.ts';
import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import type { DailyOrder } from '../daily/daily-post.ts';
import { withWords } from '../daily/own-words.ts';
import { readEnv } from '../env.ts';
import { framed } from '../preview/framed.ts';
import { newspaperPage } from '../preview/newspaper-page.ts';
import type { Situation } from './situation.ts';

/** A push as one channel will show it; `page`: a whole page for a frame, `text`: a short message. */
export type PushPreview = { channel: string; name: string } & (
  | { kind: 'page'; html: string; lead: string | null }
  | { kind: 'text'; text: string; account: string; pictureUrl: string | null; shortened: boolean }
);

/** A delivery's id is a UUID: the link is as long as the real one. */
const anyDelivery = '00000000-0000-7000-8000-000000000000';

const addressOf = (image: ReleaseImage | null | undefined): string | null =>
  image ? `/api/media/file/${encodeURIComponent(image.fileName)}` : null;

/** What the chosen channels will show, made by the code that sends; kinds without a picture of their own are left out. */
export function previewsOf({ accounts, release }: Situation, { at, channels, words }: DailyOrder): PushPreview[] {
  if (!release) return [];
  const { siteUrl, weiboSafeDomain: safeDomain } = readEnv();
  return channels.flatMap((channel): PushPreview[] => {
    const account = accounts.find(({ id }) => id === channel);
    if (!account) return [];
    const own = withWords(release, words, channel);
    const images = new Map([...own.images, ...(own.cover ? [own.cover] : [])].map((image) => [image.id, image]));
    const imageUrl = (id: string) => addressOf(images.get(id));
    const named = { channel, name: account.name };
    if (account.type === 'wechat') {
      const { digest, html } = previewWechat(own, { account: account.account, day: civilDay(at), imageUrl });
      return [{ ...named, kind: 'page', html: framed(html), lead: digest }];
    }
    if (account.type === 'weibo') {
      const link = `${siteUrl}/s/${own.serial}?d=${anyDelivery}`;
      const { picture, shortened, text }: WeiboPreview = previewWeibo(own, { link, safeDomain });
      return [
        {
          ...named,
          kind: 'text',
          text,
          shortened,
          account: account.account,
          pictureUrl: picture ? imageUrl(picture) : null,
        },
      ];
    }
    if (account.type === 'press')
      return [{ ...named, kind: 'page', html: newspaperPage(own, account.outlet, account.page, imageUrl), lead: null }];
    return [];
  });
}
