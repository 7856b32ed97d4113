import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../story/snapshot.ts';
import { linkFindings, linksOf, type LinkState } from './links.ts';

const snapshot = (html: string, more: object = {}) => ({ html, ...more }) as Snapshot;
const link = (words: string, url = 'https://x.example/') => `<p>前<a href="${url}" rel="nofollow">${words}</a>后</p>`;

describe('links of a story', () => {
  it.each<[string, string, string, string]>([
    ['as it is written', link('公告'), 'https://x.example/', '公告'],
    ['an address with signs of HTML', link('公告', '/a?x=1&amp;y=&quot;2&#39;'), '/a?x=1&y="2\'', '公告'],
    ['words with signs of HTML', link('&lt;公告&gt; &amp;amp;'), 'https://x.example/', '<公告> &amp;'],
    ['words in bold', link('<strong>公</strong><em>告</em>'), 'https://x.example/', '公告'],
    ['words over two lines', link('公\n告'), 'https://x.example/', '公\n告'],
    ['a picture', link('<img data-media="m1" alt="">'), 'https://x.example/', '图'],
  ])('%s', (_what, html, url, words) => expect(linksOf(snapshot(html))).toEqual([{ url, words }]));

  it('in their order, then those of the facts', () => {
    const story = snapshot(`${link('一', '/s/1')}${link('二', '/s/2')}`, {
      sourceUrl: 'https://daily.example/1',
      caseSteps: { rule: { url: 'https://law.example/7' } },
      lesson: { licenceUrl: 'https://cc.example/' },
    });
    expect(linksOf(story).map(({ url, words }) => `${words} ${url}`)).toEqual([
      '一 /s/1',
      '二 /s/2',
      '来源 https://daily.example/1',
      '条文 https://law.example/7',
      '许可 https://cc.example/',
    ]);
  });

  it('facts without an address are no links', () =>
    expect(linksOf(snapshot('<p>示例</p>', { sourceUrl: null, caseSteps: { rule: { url: '' } }, lesson: {} }))).toEqual(
      [],
    ));
});

describe('a link that nobody can see', () => {
  it.each([
    ['nothing', ''],
    ['a blank', ' '],
    ['a full-width blank', '\u3000'],
    ['a blank of HTML', '\u00a0'],
    ['a zero-width sign', '\u200b'],
    ['a filler', '\u3164'],
    ['a blank of Braille', '\u2800'],
    ['a sign that joins', '\u034f'],
    ['a chosen form of nothing', '\ufe0f'],
    ['a tag of nothing', '<strong></strong>'],
  ])('%s: is one, and is not asked for', async (_what, words) => {
    const asked: string[] = [];
    const found = await linkFindings(linksOf(snapshot(link(words))), async (url) => {
      asked.push(url);
      return 'dead';
    });
    expect(found).toMatchObject([{ rule: 'site/dark-link', level: 'block', text: 'https://x.example/' }]);
    expect(asked).toEqual([]);
  });

  it.each(['.', '→', '1', '🎋', '图'])('%s is seen', async (words) =>
    expect(await linkFindings(linksOf(snapshot(link(words))), async () => 'alive')).toEqual([]),
  );
});

describe('a link to nowhere', () => {
  const told = async (state: LinkState, words = '公告', url = 'https://x.example/a') =>
    linkFindings([{ url, words }], async () => state);

  it('only what is surely gone is told', async () => {
    expect(await told('alive')).toEqual([]);
    expect(await told('unsure')).toEqual([]);
    expect(await told('dead')).toMatchObject([{ rule: 'site/dead-link', level: 'warn', at: '链接“公告”' }]);
  });

  it('long words are cut between signs, long addresses too; a number in one is nobody’s to read', async () => {
    const [found] = await told('dead', '🎋'.repeat(30), `https://x.example/13812345678/${'a'.repeat(200)}`);
    expect(found?.at).toBe(`链接“${'🎋'.repeat(20)}”`);
    expect(found?.text).toMatch(/^https:\/\/x\.example\/\*{11}\/a+$/);
    expect(found?.text).toHaveLength(120);
  });
});
