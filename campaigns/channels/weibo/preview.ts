import type { Release } from '../../ports/release.ts';
import type { Count } from '../shared/count.ts';
import { fullWeight, renderWeibo, safeLink, weiboLimit, type WeiboStory } from './render.ts';
import { hanziWeight } from '../shared/text-length.ts';

export interface WeiboPreview {
  /** Exactly what is posted. */
  text: string;
  /** What the whole text would take without shortening, in 汉字 as Weibo counts them, links included. */
  count: Count;
  /** Something had to give way. */
  shortened: boolean;
  /** Id of the one picture that goes with it; null: text alone. */
  picture: string | null;
  link: string;
}

/** The post as statuses/share gets it, made by the code that sends it. Pure. @throws TypeError when `link` is no URL */
export function previewWeibo(
  story: WeiboStory & Pick<Release, 'cover'>,
  { link: given, safeDomain }: { link: string; safeDomain: string },
): WeiboPreview {
  const link = safeLink(given, safeDomain);
  const used = Math.ceil(fullWeight(story, hanziWeight(link)));
  return {
    text: renderWeibo(story, link),
    count: { used, limit: weiboLimit, unit: '字' },
    shortened: used > weiboLimit,
    picture: story.cover?.id ?? null,
    link,
  };
}
