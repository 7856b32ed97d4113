import { describe, expect, it } from 'vitest';
import { agreedFileDoor, baselineDoor } from './copy-doors.ts';

const file = (more: object = {}) => ({
  file: 'lists/wage-arrears',
  origin: 'product',
  since: '2026-06-14T01:00:00.000Z',
  said: [{ field: 'name', says: '示例' }],
  ...more,
});
const files = (...list: object[]) => ({ files: list }) as never;

describe('the register of what stood at installation', () => {
  it('is read back as it was written', () => {
    const whole = { files: [file(), file({ file: 'region/guangyuan', origin: 'installed' })] };
    expect(baselineDoor.read(baselineDoor.write(whole as never))).toEqual({ value: whole, problem: null });
  });

  it.each<[string, object]>([
    ['of nobody’s making', { origin: 'hand' }],
    ['of no time', { since: '昨天' }],
    ['without words', { said: null }],
    ['with words in the old way', { said: { name: '示例' } }],
  ])('one file %s is left out and told; the others are read', (_, more) => {
    const { problem, value } = baselineDoor.read(files(file(more), file({ file: 'lists/other' })));
    expect(value.files.map((one) => one.file)).toEqual(['lists/other']);
    expect(problem).toMatch(/安装时的内容文件登记/);
  });

  it.each([null, undefined, 'x', 7, [], {}, { files: 'x' }])(
    'of %j nothing can be read, and it does not stop anything',
    (stored) => {
      const { problem, value } = baselineDoor.read(stored as never);
      expect(value).toEqual({ files: [] });
      expect(problem).not.toBeNull();
    },
  );
});

describe('the words of one file that was agreed to', () => {
  it('say how they came to be public and what was judged about them', () => {
    const words = { origin: 'agreed', said: [{ field: 'districts', says: ['甲', '乙'] }], judged: ['k1'] } as const;
    expect(agreedFileDoor.need(agreedFileDoor.write(structuredClone(words) as never))).toEqual(words);
  });

  it.each<[string, unknown]>([
    ['half a row', { origin: 'agreed' }],
    ['judged by nobody knows what', { origin: 'agreed', said: [], judged: 'k1' }],
    ['somebody else’s idea of it', { name: '示例' }],
    ['nothing', null],
  ])('%s is a fault: the public reads nothing of it', (_, stored) => {
    expect(() => agreedFileDoor.need(stored as never)).toThrow();
  });
});
