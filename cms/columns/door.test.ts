import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createDoor } from './door.ts';
import { eitherDoor } from './either-door.ts';
import { listDoor } from './list-door.ts';
import { UnfitColumn } from './unfit-column.ts';
import { valueDoor } from './value-door.ts';

const entry = z.object({ by: z.string(), act: z.enum(['sign', 'return']) });
const log = listDoor('log', { label: '记录', entry });
/** As a database gives it. */
const held = (value: unknown) => value as Parameters<typeof log.read>[0];

describe('a list', () => {
  it('is read as it is stored, keys that only another version knows included', () => {
    const stored = [{ by: '甲', act: 'sign', later: true }];
    expect(log.read(held(stored))).toEqual({ value: stored, problem: null });
    expect(log.need(log.write([{ by: '甲', act: 'return' }]))).toEqual([{ by: '甲', act: 'return' }]);
  });

  it('that does not fit is a sentence, and what can be read of it is read', () => {
    const stored = held([{ by: '甲', act: 'sign', later: true }, { by: '乙', act: 'sing' }, 5]);
    expect(log.read(stored)).toEqual({
      value: [{ by: '甲', act: 'sign', later: true }],
      problem: '记录读不出来：第2条的 act 不在允许的值里，另有1处。',
    });
    expect(() => log.need(stored)).toThrow(UnfitColumn);
    expect(log.read(held({ 0: 'no list' })).value).toEqual([]);
  });

  it('that was never written is none where there need be none, and unfit where it must be there', () => {
    expect(log.problem(null)).toBe('记录读不出来：是空的。');
    expect(listDoor('log', { label: '记录', entry, optional: true }).read(null)).toEqual({ value: [], problem: null });
  });

  it('with defaults is handed on with them', () => {
    const words = listDoor('words', {
      label: '词条',
      entry: z.object({ wrong: z.string(), allow: z.array(z.string()).default([]) }),
      parsed: true,
    });
    expect(words.read(held([{ wrong: '旧称' }, 5]) as Parameters<typeof words.read>[0]).value).toEqual([
      { wrong: '旧称', allow: [] },
    ]);
  });
});

describe('a value', () => {
  const first = valueDoor('size', { label: '尺寸', schema: z.object({ width: z.number() }) });
  const second = valueDoor('size', {
    label: '尺寸',
    schema: z.object({ wide: z.number() }),
    earlier: [(value) => ({ wide: z.object({ width: z.number() }).parse(value).width })],
  });

  it('of the first version says no version, and a later program reads it', () => {
    const stored = first.write({ width: 3 });
    expect(stored).toEqual({ width: 3 });
    expect(second.version).toBe(2);
    expect(second.need(stored)).toEqual({ wide: 3 });
    expect(second.need(second.write({ wide: 4 }))).toEqual({ wide: 4 });
  });

  it('of a version still to come, or in no version at all, is a sentence', () => {
    expect(second.problem({ version: 3, value: {} })).toContain('是更新的程序写的');
    expect(second.problem({ width: 'wide' })).toContain('是旧的写法，换不成现在的');
    expect(first.problem(second.write({ wide: 4 }))).toContain('是更新的程序写的');
  });

  it('of a version still to come is no row without its fields', () => {
    const loose = valueDoor('size', { label: '尺寸', schema: z.object({ until: z.string().optional() }) });
    expect(loose.problem({ version: 2, value: { until: '2026-06-14' } })).toContain('是更新的程序写的');
    expect(
      [{ version: 1, value: 'x' }, { version: 2.5, value: 'x' }, { version: 2 }, { until: 'x' }].map((value) =>
        loose.problem(value),
      ),
    ).toEqual([null, null, null, null]);
  });

  it('is told in a sentence of some words, however much a row holds', () => {
    const words = valueDoor('words', { label: '文字', schema: z.record(z.string(), z.string()) });
    expect(words.problem({ ['长'.repeat(100_000)]: 5 })?.length).toBeLessThan(300);
    expect(
      valueDoor('words', { label: '文字', schema: z.object({ a: z.custom<string>().nonoptional() }) }).problem({}),
    ).toMatch(/^文字读不出来：a [^a-z]*。$/);
  });

  it('nothing that a row can hold makes a door throw', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    for (const value of [
      0,
      '',
      true,
      [],
      {},
      null,
      undefined,
      Number.NaN,
      [[[]]],
      circle,
      new Date(Number.NaN),
      Buffer.from('x'),
      () => 1,
    ]) {
      for (const door of [log, first, second]) expect(() => door.problem(value)).not.toThrow();
    }
  });
});

it('rows of one column that hold different things: one door is enough', () => {
  const either = eitherDoor([
    valueDoor('content', { label: '甲', schema: z.object({ a: z.string() }) }),
    valueDoor('content', { label: '乙', schema: z.object({ b: z.string() }) }),
  ]);
  expect([{ a: 'x' }, { b: 'x' }].map((value) => either.problem(value))).toEqual([null, null]);
  expect(either.problem({ c: 'x' })).toBe('甲读不出来：a 应是文字。');
});

it('a door of any kind tells what can be read', () => {
  const door = createDoor<'flag', { on: boolean }, { on: false }>('flag', {
    label: '开关',
    schema: z.object({ on: z.boolean() }),
    rest: () => ({ on: false }),
  });
  expect(door.read(held('yes') as Parameters<typeof door.read>[0])).toEqual({
    value: { on: false },
    problem: '开关读不出来：应是一组字段。',
  });
});
