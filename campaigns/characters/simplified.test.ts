import { describe, expect, it } from 'vitest';
import { createRandom } from '../calendar/testing/random.ts';
import { simplified, simplifiedPoint, traditionalPlaces } from './simplified.ts';

describe('a text in simplified characters', () => {
  it.each<[string, string, string]>([
    ['traditional ones', '張偉因賭博被行政拘留', '张伟因赌博被行政拘留'],
    ['some of them only', '张偉因赌博被拘留', '张伟因赌博被拘留'],
    ['forms of Hong Kong and Taiwan', '這裡的麵線，那裏的綫麪，羣眾與群衆', '这里的面线，那里的线面，群众与群众'],
    ['variants', '寃枉、兇手、強姦、收賍、罸款、偸窃', '冤枉、凶手、强奸、收赃、罚款、偷窃'],
    ['those that only Japanese has', '広元市で実施、駅前の売店', '广元市で实施、驿前の卖店'],
    ['those that GB 2312 has and nobody uses in simplified texts', '後来、於是、香菸', '后来、于是、香烟'],
    ['letters, figures and faces beside them', 'A1😀張B2', 'A1😀张B2'],
    ['what stands alone', '誠', '诚'],
    ['nothing', '', ''],
  ])('%s', (_, source, simple) => expect(simplified(source)).toBe(simple));

  it.each([
    '乾坤湾里说乾隆，乾县的人姓乾',
    '著名作家的著作，土著与专著',
    '瞭望塔上一目瞭然，慰藉与狼藉',
    '魏徵直谏，宫商角徵羽',
    '王昇、李喆、张堃住在邨里',
    '范冰冰的丰台，干部的面条，后羿，皇后，斗拱，谷子，发廊，里程',
    '于谦、沈阳、钟离、余光、郁达夫、万俟卨、锺书',
  ])('is untouched where it is one: %s', (text) => {
    expect(simplified(text)).toBe(text);
    expect(traditionalPlaces(text)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['beside traditional ones', '他看著張偉乾了一杯', '他看着张伟干了一杯'],
    ['but not as the word that they are', '著名作家張偉', '著名作家张伟'],
    ['nor far away from them', `張${'的'.repeat(13)}看著他`, `张${'的'.repeat(13)}看著他`],
    ['behind a name in an old title', '論著乾隆之瞭望臺', '论著乾隆之瞭望台'],
  ])('what is right in both is read as traditional %s', (_, source, simple) => expect(simplified(source)).toBe(simple));
});

it('a character beyond the first plane', () => {
  expect(simplifiedPoint('𨦫'.codePointAt(0)!)).toBe('䦀');
  expect(simplifiedPoint('張'.codePointAt(0)!)).toBe('张');
  expect(simplifiedPoint('😀'.codePointAt(0)!)).toBe('😀');
  expect(simplifiedPoint('好'.codePointAt(0)!)).toBe('好');
});

it('whatever stands in it, it is as long as before, says the same read again, and changes only where it says so', () => {
  const random = createRandom(11);
  const pieces = [
    ...'張偉著乾瞭坤诚信广元的後広⻓，。\n a1',
    '😀',
    '𨦫',
    '\ud83d',
    '\udc00',
    '\u200b',
    '貳',
    '囯',
    '㠏',
  ];
  for (let n = 0; n < 400; n += 1) {
    const text = Array.from({ length: random.int(0, 40) }, () => random.pick(pieces)).join('');
    const simple = simplified(text);
    expect(simple).toHaveLength(text.length);
    expect(traditionalPlaces(simple)).toEqual([]);
    const places = new Set(traditionalPlaces(text));
    for (let i = 0; i < text.length; i += 1)
      if (places.has(i)) expect(simple[i]).not.toBe(text[i]);
      else if (!'著乾瞭'.includes(text[i]!)) expect(simple[i]).toBe(text[i]);
  }
});

it('a text of a million traditional characters is read in one pass', () => {
  expect(simplified('張著'.repeat(500_000))).toBe('张着'.repeat(500_000));
});
