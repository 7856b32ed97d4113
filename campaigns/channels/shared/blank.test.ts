import { describe, expect, it } from 'vitest';
import { isBlank } from '../../fields/is-blank.ts';
import type { Release } from '../../ports/release.ts';
import type { ChannelFinding } from '../channel.ts';
import { validateCommunity } from '../community/validate.ts';
import { validatePress } from '../press/validate.ts';
import { sampleRelease } from '../testing/release.ts';
import { validateWechat } from '../wechat/validate.ts';
import { validateWeibo } from '../weibo/validate.ts';

describe.each([
  ['nothing', ''],
  ['blanks', '  \t\n'],
  ['full-width blanks', '\u3000\u00a0\u2003'],
  ['zero-width signs, as pasted from a web page', '\u200b\u200c\u2060\ufeff'],
  ['marks of direction', '\u202a\u202c\u200e'],
  ['fillers that look like blanks', '\u3164\u2800'],
  ['half a sign', '\ud83c'],
  ['an accent on nothing', '\u0301\ufe0f'],
])('%s', (_what, text) => {
  it('is blank', () => expect(isBlank(text)).toBe(true));

  const rooms: readonly (readonly [string, (release: Release) => ChannelFinding[]])[] = [
    ['微信', (release) => validateWechat(release, true)],
    ['微博', (release) => validateWeibo(release)],
    ['报社', (release) => validatePress(release)],
    ['社区', (release) => validateCommunity(release, '诚信广元（示例）', '示例单位')],
  ];
  it.each(rooms)('is no title for %s', (_room, validate) =>
    expect(validate(sampleRelease({ title: text }))).toContainEqual(
      expect.objectContaining({ level: 'block', field: 'title', message: expect.stringContaining('要有标题') }),
    ),
  );
  it.each(rooms.filter(([room]) => room !== '微博'))('is no text for %s', (_room, validate) =>
    expect(validate(sampleRelease({ text }))).toContainEqual(
      expect.objectContaining({ level: 'block', field: 'html', message: expect.stringContaining('正文是空的') }),
    ),
  );
  it('is no caption', () => {
    const images = sampleRelease().images.map((image) => ({ ...image, caption: text }));
    expect(validatePress(sampleRelease({ images })).map(({ field }) => field)).toEqual(['images']);
  });
});

it.each(['信', '1', '。', '…', '🎋', 'é', '𠮷', '\u200b信\u200b', '#'])('%s is not blank', (text) =>
  expect(isBlank(text)).toBe(false),
);
