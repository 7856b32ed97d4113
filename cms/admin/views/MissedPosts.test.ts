import { createElement } from 'react';
import { expect, it } from 'vitest';
import type { Unsigned } from '../../ops/unsigned.ts';
import { show } from '../testing/page.ts';
import { hostile, isMarkup } from '../testing/sentences.ts';
import { MissedPosts } from './MissedPosts.tsx';

const post = (more: Partial<Unsigned> = {}) =>
  ({
    campaign: '关爱日',
    campaignId: 'c',
    channels: ['wechat', 'new'],
    confirmed: true,
    missed: true,
    plannedAt: new Date('2026-06-14T01:00:00Z'),
    postId: 'p',
    storyId: 's',
    title: '秤上的星',
    why: '稿件还没有签发',
    ...more,
  }) as Unsigned;
const list = (...posts: Unsigned[]) =>
  show(createElement(MissedPosts, { posts, names: new Map([['wechat', '微信公众号']]) }));

it('nothing was missed: nothing is said', async () => {
  expect((await list()).text).toBe('');
});

it('says when, where and why, and leads to the story, or to the post that has none', async () => {
  const { links, texts } = await list(post(), post({ postId: 'q', storyId: null, why: '还没有选定稿件' }));
  expect(texts('li p')).toEqual([
    '6月14日 09:00 微信公众号、new《秤上的星》（关爱日）',
    '到点没有发：稿件还没有签发。',
    '6月14日 09:00 微信公众号、new《秤上的星》（关爱日）',
    '到点没有发：还没有选定稿件。',
  ]);
  expect(links).toEqual([
    { href: '/admin/collections/stories/s', words: '看稿件' },
    { href: '/admin/collections/posts/q', words: '选稿件' },
  ]);
});

it('titles are words', async () => {
  const { html, texts } = await list(post({ title: hostile, campaign: hostile }));
  expect(isMarkup(html)).toBe(false);
  expect(texts('li p')[0]).toContain(hostile);
});
