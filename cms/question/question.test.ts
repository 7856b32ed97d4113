import { describe, expect, it } from 'vitest';
import {
  answerSchema,
  blames,
  nothing,
  readAnswer,
  tell,
  toneLabels,
  whoLabels,
  type Answer,
  type Tone,
  type Who,
} from '../story/answer.ts';
import { disagreement } from './disagreement.ts';
import { formAnswer } from '../story/form-answer.ts';
import { stricter } from './stricter.ts';
import { textAnswer } from './text-answer.ts';

const all: Answer[] = (Object.keys(whoLabels) as Who[]).flatMap((who) =>
  (Object.keys(toneLabels) as Tone[]).flatMap((tone) =>
    [true, false].flatMap((minor) => [true, false].map((sealed) => ({ who, tone, minor, sealed }))),
  ),
);
const ask = (text: string, rules: string[] = []) =>
  textAnswer(
    [{ field: '正文', text, at: () => '正文第1段' }],
    rules.map((rule) => ({ rule })),
  );
const debt = '示例镇王建国拖欠货款八万元。';

describe('the answer', () => {
  it('is read from a form, and is none while one of the two is open', () => {
    for (const answer of all) expect(readAnswer({ ...answer, id: 'row' })).toEqual(answer);
    for (const half of [null, {}, { who: 'person' }, { tone: 'praise' }, { who: 'somebody', tone: 'praise' }, 'person'])
      expect(readAnswer(half)).toBeNull();
    expect(answerSchema.safeParse({ who: 'x', tone: 'neutral' }).error?.issues[0]?.message).toContain('nobody');
    expect(tell({ who: 'person', tone: 'negative', minor: true, sealed: false })).toBe('认得出个人；贬；有未成年人');
  });

  it('an older tick 指名 says that somebody is named and blamed; a new answer wins over it', () => {
    expect(formAnswer({ disclosure: { named: true, proof: { subject: 'unit' } } })).toEqual({
      ...nothing,
      who: 'organisation',
      tone: 'negative',
    });
    expect(formAnswer({ disclosure: { named: true, proof: { subject: 'minor' } } })).toMatchObject({
      who: 'person',
      minor: true,
    });
    expect(formAnswer({ disclosure: { named: true }, answer: nothing })).toEqual(nothing);
    expect(formAnswer({ disclosure: { named: false } })).toBeNull();
  });

  it('the stricter of two says everything that either says, whichever comes first', () => {
    for (const a of all) {
      expect(stricter(a, a)).toEqual(a);
      for (const b of all) {
        const both = stricter(a, b);
        expect(both).toEqual(stricter(b, a));
        expect(stricter(both, a)).toEqual(both);
        if (blames(a) || blames(b)) expect(blames(both)).toBe(true);
      }
    }
  });
});

describe('the text answers too', () => {
  it('whom it blames, masked and with the place', () => {
    expect(ask(debt)).toMatchObject({
      answer: { who: 'person', tone: 'negative', minor: false, sealed: false },
      seen: [{ kind: 'person', name: '王**', at: '正文第1段' }],
    });
    expect(ask('红叶超市短斤少两。').answer).toMatchObject({ who: 'organisation', tone: 'negative' });
    expect(ask('某粮油店改了报告，被罚款。').answer).toEqual(nothing);
    expect(ask('', ['minor/consent', 'sealed/public-security']).answer).toMatchObject({ minor: true, sealed: true });
  });

  it('what the form does not say is one finding that blocks; what it says more is believed', () => {
    const found = disagreement(nothing, ask(debt));
    expect(found).toEqual([
      expect.objectContaining({ rule: 'question/disagrees', level: 'block', at: '正文第1段', text: '王**' }),
    ]);
    expect(found[0]?.mend).toMatch(/删去姓名[\s\S]*保密审查人/);
    expect(JSON.stringify(found)).not.toContain('王建国');
    expect(disagreement(null, ask(debt))).toHaveLength(1);
    expect(disagreement({ ...nothing, who: 'organisation', tone: 'negative' }, ask(debt))).toHaveLength(1);
    expect(disagreement({ ...nothing, who: 'person', tone: 'praise' }, ask(debt))).toHaveLength(1);
    expect(disagreement({ ...nothing, who: 'person', tone: 'negative' }, ask(debt))).toEqual([]);
    expect(disagreement({ ...nothing, who: 'both', tone: 'negative' }, ask('讲知识。'))).toEqual([]);
    // Told in words that are on no list: that somebody is named is certain all the same.
    const plain = ask('包工头马德全年前答应结账，正月里就回了老家。');
    expect(plain.answer).toEqual(nothing);
    for (const tone of ['neutral', 'praise', 'negative'] as const)
      expect(disagreement({ ...nothing, tone }, plain)).toEqual([
        expect.objectContaining({ rule: 'question/disagrees', level: 'block', at: '正文第1段', text: '马**' }),
      ]);
    for (const who of ['person', 'organisation', 'both'] as const)
      expect(disagreement({ ...nothing, who }, plain)).toEqual([]);
    expect(disagreement(null, plain)).toEqual([]);
    expect(
      disagreement(
        nothing,
        textAnswer(
          [
            { field: '作者', text: '店主马德全' },
            { field: '题图的作者与版权', text: '村民马德全' },
          ],
          [],
        ),
      ),
    ).toEqual([]);
    expect(disagreement(nothing, ask('', ['minor/consent']))[0]?.mend).toContain('监护人');
    expect(
      disagreement({ ...nothing, who: 'person', minor: true, tone: 'praise' }, ask('', ['minor/consent'])),
    ).toEqual([]);
  });
});
