import type { Payload } from 'payload';
import type { ChannelFinding } from '../../campaigns/channels/channel.ts';
import { previewPress, type PressPreview } from '../../campaigns/channels/press/preview.ts';
import { validatePress } from '../../campaigns/channels/press/validate.ts';
import type { Count } from '../../campaigns/channels/shared/count.ts';
import { previewWechat, type WechatPreview } from '../../campaigns/channels/wechat/preview.ts';
import { validateWechat } from '../../campaigns/channels/wechat/validate.ts';
import { previewWeibo, type WeiboPreview } from '../../campaigns/channels/weibo/preview.ts';
import { validateWeibo } from '../../campaigns/channels/weibo/validate.ts';
import { buildSnapshot } from '../release/build-snapshot.ts';
import type { ReleasePicture } from '../story/snapshot.ts';
import { asRelease } from './as-release.ts';
import { asStory, type FormContent } from './form-content.ts';
import { framed } from './framed.ts';
import { newspaperPage, setting, type Setting } from './newspaper-page.ts';
import { sitePage, siteStyle } from './site-page.ts';
import { contentOf } from '../content/content.ts';

export interface StoryPreview {
  site: { html: string; counts: { title: Count; summary: Count } };
  wechat: WechatPreview & { account: string; findings: ChannelFinding[] };
  weibo: WeiboPreview & { account: string; pictureUrl: string | null; findings: ChannelFinding[] };
  press: PressPreview & Setting & { outlet: string; page: string; html: string; findings: ChannelFinding[] };
}

export interface PreviewContext {
  payload: Payload;
  siteUrl: string;
  /** Where links to the public site must lie for Weibo. */
  safeDomain: string;
  now: Date;
}

/** A delivery's id is a UUID: the link is as long as the real one. */
const anyDelivery = '00000000-0000-7000-8000-000000000000';

/** The form as every channel would show it, made by the code that makes releases and the code that sends. */
export async function previewStory(
  { payload, siteUrl, safeDomain, now }: PreviewContext,
  content: FormContent,
): Promise<StoryPreview> {
  const [snapshot, accounts, city, style, serial] = await Promise.all([
    buildSnapshot(payload, asStory(content)),
    contentOf(payload).channels(),
    contentOf(payload).region(),
    siteStyle(),
    serialOf(payload, content.id),
  ]);
  const release = asRelease({ snapshot, storyId: content.id ?? '', serial, at: now });
  const pictures = new Map(
    [...snapshot.images, ...(snapshot.cover ? [snapshot.cover] : [])].map((picture) => [picture.id, picture]),
  );
  const pictureUrl = (id: string) => deskAddress(pictures.get(id));
  const account = (type: 'wechat' | 'weibo') => accounts.find((channel) => channel.type === type);
  const wechatAccount = account('wechat');
  const weiboAccount = account('weibo');
  const paper =
    accounts.find((channel) => channel.type === 'press' && channel.id === 'press') ??
    accounts.find((channel) => channel.type === 'press');
  const wechatName = wechatAccount && 'account' in wechatAccount ? wechatAccount.account : city.siteName;
  const weiboName = weiboAccount && 'account' in weiboAccount ? weiboAccount.account : city.siteName;
  const wechat = previewWechat(release, { account: wechatName, day: null, imageUrl: pictureUrl });
  const weibo = previewWeibo(release, { link: `${siteUrl}/s/${release.serial}?d=${anyDelivery}`, safeDomain });
  const press = previewPress(release);
  const outlet = paper?.type === 'press' ? paper.outlet : '报纸';
  const page = paper?.type === 'press' ? paper.page : '';
  return {
    site: {
      html: sitePage(snapshot, city, style),
      counts: { title: count(snapshot.title, 32), summary: count(snapshot.summary, 54) },
    },
    wechat: { ...wechat, html: framed(wechat.html), account: wechatName, findings: validateWechat(release, true) },
    weibo: {
      ...weibo,
      account: weiboName,
      pictureUrl: weibo.picture ? pictureUrl(weibo.picture) : null,
      findings: validateWeibo(release),
    },
    press: {
      ...press,
      ...setting(release.text),
      outlet,
      page,
      html: newspaperPage(release, outlet, page, pictureUrl),
      findings: validatePress(release),
    },
  };
}

const count = (text: string, limit: number): Count => ({ used: [...text].length, limit, unit: '字' });

function deskAddress(picture: ReleasePicture | undefined): string | null {
  const file = picture?.renditions.find((r) => r.size === 'inline')?.fileName ?? picture?.fileName;
  return file ? `/api/media/file/${encodeURIComponent(file)}` : null;
}

async function serialOf(payload: Payload, storyId: string | null | undefined): Promise<number | null> {
  if (!storyId) return null;
  const { docs } = await payload.find({
    collection: 'publications',
    where: { story: { equals: storyId } },
    limit: 1,
    depth: 0,
    pagination: false,
    select: { serial: true },
  });
  return docs[0]?.serial ?? null;
}
