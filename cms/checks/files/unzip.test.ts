import { describe, expect, it } from 'vitest';
import { zip } from './testing/office.ts';
import { UnpackBudget, unzip } from './unzip.ts';

const files = zip({ 'a/甲.txt': '一二三', 'b.txt': '' });
const names = (bytes: Uint8Array) => unzip(bytes).map(({ name }) => name);
const changed = (bytes: Uint8Array, change: (zip: Buffer) => void) => {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
};
const central = (bytes: Buffer) => bytes.indexOf('PK\x01\x02', 0, 'latin1');

describe('an archive', () => {
  it('gives its files with their names and bytes', () => {
    expect(names(files)).toEqual(['a/甲.txt', 'b.txt']);
    expect(Buffer.from(unzip(files)[0]!.bytes).toString()).toBe('一二三');
  });

  it('with something before it and a remark behind it is read as others read it', () => {
    expect(names(Buffer.concat([files, Buffer.from('')]))).toHaveLength(2);
    expect(
      names(changed(Buffer.concat([files, Buffer.from('remark')]), (zip) => zip.writeUInt16LE(6, files.length - 2))),
    ).toHaveLength(2);
  });

  it('whose folders are parted by the other stroke', () =>
    expect(names(zip({ 'word\\a.xml': 'x' }))).toEqual(['word/a.xml']));

  it('a folder is no file', () => expect(names(zip({ 'a/': '', 'a/b': '1' }))).toEqual(['a/b']));

  it.each<[string, Uint8Array, string]>([
    ['without an end', files.subarray(0, files.length - 30), '损坏'],
    ['nothing', Buffer.alloc(0), '损坏'],
    ['with a wrong sum', changed(files, (zip) => zip.writeUInt32LE(1, central(zip) + 16)), '损坏'],
    [
      'with a way of packing that nobody knows',
      changed(files, (zip) => zip.writeUInt16LE(99, central(zip) + 10)),
      '损坏',
    ],
    [
      'that says there are more files than there are',
      changed(files, (zip) => zip.writeUInt16LE(9, zip.length - 12)),
      '损坏',
    ],
    ['that points outside of itself', changed(files, (zip) => zip.writeUInt32LE(0xffffff, central(zip) + 42)), '损坏'],
    ['with a password', changed(files, (zip) => zip.writeUInt16LE(1, central(zip) + 8)), '密码'],
  ])('%s is refused', (_, bytes, sentence) => expect(() => unzip(bytes)).toThrow(sentence));

  it('many small files spend the budget as one large one does', () => {
    const budget = new UnpackBudget();
    for (let n = 0; n < 2_500; n += 1) unzip(files, budget);
    expect(() => unzip(files, budget)).toThrow('大得不正常');
    expect(() => new UnpackBudget().take(400 * 1024 * 1024)).toThrow('大得不正常');
  });
});
