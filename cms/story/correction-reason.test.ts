import { expect, it } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { correctionReason } from './correction-reason.ts';

it('whatever marks the writer typed, the sentence has one comma before the reason and one end', () => {
  const random = createRandom(5);
  for (let n = 0; n < 200; n += 1) {
    const marks = (some: string[]) => Array.from({ length: random.int(0, 2) }, () => random.pick(some)).join('');
    const why = random.pick(['系笔误', '核对时看错了一行，已与原表对过', '示例局2026.6.1来函']);
    expect(correctionReason(`${marks([' ', '，', ','])}${why}${marks(['。', '.', ' '])}`)).toBe(`，${why}。`);
  }
});

it.each(['', ' ', '。', '，。', '.'])('“%s” gives no reason', (note) => expect(correctionReason(note)).toBe('。'));

it.each(['怎么会这样？', '怎么会这样?', '看错了!', '一言难尽…'])('an end of its own is the end: %s', (note) =>
  expect(correctionReason(note)).toBe(`，${note}`),
);
