import { describe, expect, it } from 'vitest';
import { hasNoOverride } from '../../checking/findings/no-override.ts';
import { portraitOf } from '../../media/portrait.ts';
import { nothing, type Answer } from '../../story/answer.ts';
import { aiFindings } from './ai-content.ts';
import { columnClocks, columnFindings } from './column-clock.ts';
import { pictureFindings } from './picture.ts';
import { portraitFindings, type ShownPicture } from './portrait.ts';
import { pubDateFindings, pubDateOf } from './pub-date.ts';
import { reprintFindings } from './reprint.ts';

const rules = (findings: { rule: string; level: string }[]) => findings.map(({ rule, level }) => `${rule} ${level}`);
const photo: ShownPicture = { name: '题图', shows: 'adult', ground: 'self', isAi: false, words: '柜台前的人' };
const person: Answer = { ...nothing, who: 'person' };

describe('a reprint', () => {
  const good = {
    isReprint: true,
    title: '诚信，从小事做起',
    originalTitle: '诚信,从小事做起',
    source: '示例日报',
    sourceUrl: 'https://paper.example/1',
    isListed: true,
  };

  it('with everything passes; so does a story of our own', () => {
    expect(reprintFindings(good)).toEqual([]);
    expect(reprintFindings({ isReprint: false, title: '自己的稿' })).toEqual([]);
    expect(reprintFindings({ isReprint: false, title: '自己的稿', source: '本市编辑部', isListed: false })).toEqual([]);
  });

  it('that is called one’s own is found by its source', () => {
    expect(rules(reprintFindings({ ...good, isReprint: false }))).toEqual(['reprint/undeclared block']);
  });

  it.each([
    [{ source: ' ' }, 'reprint/no-source block'],
    [{ sourceUrl: null }, 'reprint/no-link block'],
    [{ sourceUrl: 'paper.example/1' }, 'reprint/no-link block'],
    [{ title: '震惊！诚信从小事做起' }, 'reprint/changed-title block'],
    [{ isListed: false }, 'reprint/not-listed block'],
  ])('with %o is stopped', (change, rule) => {
    expect(rules(reprintFindings({ ...good, ...change }))).toEqual([rule]);
  });
});

describe('what AI made', () => {
  it('needs a mark that can be seen', () => {
    expect(rules(aiFindings({ usedAi: true, visibleText: '一篇稿' }))).toEqual(['ai-mark/missing block']);
    expect(aiFindings({ usedAi: true, visibleText: '配图由ＡＩ生成' })).toEqual([]);
    expect(aiFindings({ usedAi: false, visibleText: '一篇稿' })).toEqual([]);
  });

  it('is known by its metadata too', () => {
    expect(rules(aiFindings({ usedAi: false, implicitMark: '{"AIGC":{}}', visibleText: 'x' }))).toEqual([
      'ai-mark/missing block',
      'ai-mark/undeclared warn',
    ]);
  });

  it('never shows a real person, whoever says so: the box, the file, or the words beside the picture', () => {
    const ai = { ...photo, isAi: true };
    for (const ground of [null, 'self', 'law'] as const)
      expect(rules(portraitFindings([{ ...ai, ground }], person, false))).toEqual(['ai-mark/portrait block']);
    expect(portraitFindings([{ ...ai, shows: 'nobody' }], person, false)).toEqual([]);
    expect(hasNoOverride({ rule: 'ai-mark/portrait', level: 'block' })).toBe(true);
    // AI wrote the words, the photograph is a photograph: then a person has to say so.
    expect(rules(portraitFindings([photo], person, true))).toEqual(['ai-mark/portrait-unsure warn']);
  });
});

describe('whom a picture shows', () => {
  it('is asked of every picture, and told of the right one', () => {
    expect(
      portraitFindings(
        [
          { ...photo, name: '题图' },
          { ...photo, shows: null, name: '正文第2图' },
        ],
        person,
        false,
      ),
    ).toMatchObject([{ rule: 'portrait/unanswered', level: 'block', at: '正文第2图' }]);
    expect(portraitFindings([{ ...photo, shows: 'nobody', ground: null }], nothing, false)).toEqual([]);
  });

  it('needs a ground that says where it is written, in whatever tone one speaks of them', () => {
    for (const tone of ['neutral', 'praise'] as const) {
      expect(rules(portraitFindings([{ ...photo, ground: null }], { ...person, tone }, false))).toEqual([
        'portrait/no-ground block',
      ]);
      expect(portraitFindings([photo], { ...person, tone }, false)).toEqual([]);
    }
    expect(portraitOf({ shows: 'adult', portraitGround: 'self', portraitPaper: ' ' })).toEqual({
      shows: 'adult',
      ground: null,
    });
    expect(portraitOf({})).toEqual({ shows: null, ground: null });
  });

  it('of somebody under age by their guardian alone, and never where something bad is told', () => {
    const child = { ...photo, shows: 'minor' as const };
    expect(rules(portraitFindings([child], { ...person, minor: true }, false))).toEqual(['portrait/guardian block']);
    expect(portraitFindings([{ ...child, ground: 'guardian' }], { ...person, minor: true }, false)).toEqual([]);
    expect(
      rules(portraitFindings([{ ...child, ground: 'guardian' }], { ...nothing, tone: 'negative' }, false)),
    ).toEqual(['minor/portrait block']);
    expect(hasNoOverride({ rule: 'minor/portrait', level: 'block' })).toBe(true);
    expect(rules(portraitFindings([photo], { ...nothing, tone: 'negative' }, false))).toEqual([
      'portrait/blamed block',
    ]);
  });

  it('is asked again where its own words name somebody and the answer does not', () => {
    for (const words of ['图为张建国在柜台前', '李晓梅向居民讲解', '圖為張建國在櫃檯前', '图为⼯人张建国'])
      expect(rules(portraitFindings([{ ...photo, shows: 'nobody', words }], nothing, false))).toEqual([
        'portrait/named warn',
      ]);
    for (const words of ['高山上的茶园', '方桌上的账簿', '何一诺在自家杂货店。示例人物，图为绘制', '一位短发女子走过'])
      expect(portraitFindings([{ ...photo, shows: 'nobody', words }], nothing, false)).toEqual([]);
  });

  it('belongs into the answer of the form', () => {
    for (const who of ['nobody', 'organisation'] as const)
      expect(rules(portraitFindings([photo], { ...nothing, who }, false))).toEqual(['portrait/answer block']);
    expect(rules(portraitFindings([{ ...photo, shows: 'minor', ground: 'guardian' }], person, false))).toEqual([
      'portrait/answer block',
    ]);
    expect(portraitFindings([photo], null, false)).toEqual([]);
  });
});

describe('the date of issue', () => {
  const first = new Date('2026-06-14T09:00:30+08:00');

  it('is the minute in which it first went live, in Beijing', () => {
    expect(pubDateOf(new Date('2026-06-13T16:30:00Z'))).toBe('2026-06-14 00:30');
    expect(pubDateFindings('2026-06-14 09:00', first)).toEqual([]);
  });

  it.each([
    ['2026-06-13 09:00', first, 'site/pub-date-forged'],
    ['2026-06-14 09:00', null, 'site/pub-date-forged'],
    ['2026/6/14', first, 'site/pub-date-format'],
  ])('%s is stopped', (shown, at, rule) => {
    expect(rules(pubDateFindings(shown, at))).toEqual([`${rule} block`]);
  });
});

describe('a column', () => {
  const of = (newest: string | null, today: string) =>
    rules(columnFindings([{ title: '要闻', clock: columnClocks.news, newest }], today));

  it.each([
    ['2026-06-01', '2026-06-10', []],
    ['2026-06-01', '2026-06-11', ['site/stale-column warn']],
    ['2026-06-01', '2026-06-14', ['site/stale-column block']],
    ['2026-02-20', '2026-03-06', ['site/stale-column block']],
  ])('with its newest item of %s on %s', (newest, today, expected) => {
    expect(of(newest, today)).toEqual(expected);
  });

  it('without any item is blank', () => {
    expect(of(null, '2026-06-01')).toEqual(['site/blank-column block']);
  });
});

describe('a picture', () => {
  const good = {
    name: '封面',
    width: 1600,
    height: 900,
    alt: '一位店主在柜台前',
    isCover: true,
    channels: ['wechat', 'press'],
  };

  it('large enough and described passes', () => {
    expect(pictureFindings(good)).toEqual([]);
    expect(pictureFindings({ ...good, width: 800, channels: ['weibo'] })).toEqual([]);
  });

  it.each([
    [{ alt: '' }, ['picture/no-alt block']],
    [{ alt: 'IMG_001.jpg' }, ['picture/no-alt block']],
    [{ width: 800, height: 383 }, ['picture/too-small warn', 'picture/too-small warn']],
    [{ width: 800, height: 400, isCover: false }, ['picture/too-small warn']],
  ])('with %o is told', (change, expected) => {
    expect(rules(pictureFindings({ ...good, ...change }))).toEqual(expected);
  });
});
