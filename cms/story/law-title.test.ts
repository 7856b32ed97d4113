import { expect, it } from 'vitest';
import { lawTitle } from './law-title.ts';

it.each([
  ['食品安全法', '《食品安全法》'],
  ['《食品安全法》', '《食品安全法》'],
  ['《食品安全法', '《食品安全法》'],
  ['食品安全法》', '《食品安全法》'],
  [' 《食品安全法》 ', '《食品安全法》'],
  ['《食品安全法》（2021年修正）', '《食品安全法》（2021年修正）'],
  ['《价格法》《电子商务法》', '《价格法》《电子商务法》'],
  ['《关于贯彻〈价格法〉的通知》', '《关于贯彻〈价格法〉的通知》'],
  ['', ''],
  [' ', ''],
])('“%s” is written %s', (law, title) => {
  expect(lawTitle(law)).toBe(title);
  // As often as it is asked.
  expect(lawTitle(lawTitle(law))).toBe(title);
});
