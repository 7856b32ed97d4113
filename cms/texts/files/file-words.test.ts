import { beforeAll, describe, expect, it } from 'vitest';
import { openContent } from '../../content/content.ts';
import { readAllKinds, type FileEntry } from './entries.ts';
import type { FileKind } from './file-kind.ts';
import { fileId, readFileId } from './file-id.ts';
import { nameOfWords, publicFields, valueAt, withWords, wordsIn, wordsOf } from './file-words.ts';
import { fileKinds, kindNames, pagesOf } from './kinds.ts';

let entries: FileEntry[];
beforeAll(async () => {
  entries = await readAllKinds(openContent({ root: process.cwd(), city: 'guangyuan' }));
});
const occasion = {
  slug: 'sample-day',
  name: '示例日',
  confidence: 0.5,
  rule: { kind: 'fixed', month: 6, day: 14 },
  ordinal: { base: 1990, pattern: '第{n}届' },
  notes: '只给编辑看',
};

describe('the public words of a file', () => {
  it('are its public fields by their path; what is empty is not there, what only machines read is not either', () => {
    expect(wordsOf('occasions', occasion)).toEqual({
      name: '示例日',
      confidence: 0.5,
      'ordinal.base': 1990,
      'ordinal.pattern': '第{n}届',
    });
  });

  it.each<[string, object]>([
    ['a text that is a number', { name: 614 }],
    ['a number that is a text', { confidence: '很高' }],
    ['a text that is a list', { organiser: ['甲局', '乙局'] }],
    ['a text that is marked up', { name: { zh: '示例日' } }],
    ['a number that is none', { confidence: Number.NaN }],
  ])('%s is a fault, not half a text', (_, more) => {
    expect(() => wordsOf('occasions', { ...occasion, ...more })).toThrow();
  });

  it.each<[string, object]>([
    ['several texts with a number among them', { districts: ['利州区', 7] }],
    ['one text where several belong', { districts: '利州区' }],
  ])('%s are a fault too', (_, more) => {
    expect(() => wordsIn('region', { city: '示例市', ...more })).toThrow();
  });

  it('rows are texts and numbers, nothing deeper', () => {
    expect(wordsIn('lists', { basis: [{ title: '示例办法', confidence: 0.9 }] })).toEqual({
      basis: [{ title: '示例办法', confidence: 0.9 }],
    });
    expect(() => wordsIn('lists', { basis: [{ title: ['甲'] }] })).toThrow();
  });

  it.each<[unknown, string, unknown]>([
    [{ a: { b: { c: 1 } } }, 'a.b.c', 1],
    [{ a: { b: null } }, 'a.b.c', undefined],
    [{ a: '字' }, 'a.length', undefined],
    [{}, 'a', undefined],
    [{ a: 0 }, 'a', 0],
  ])('of %j the path %s leads to %j', (data, path, value) => {
    expect(valueAt(data as never, path)).toBe(value);
  });

  it('have one name, in whatever order; another as soon as one letter, or the order of a list, is other', () => {
    const name = nameOfWords({ city: '甲', districts: ['一', '二'] });
    expect(nameOfWords({ districts: ['一', '二'], city: '甲' })).toBe(name);
    for (const other of [
      { city: '甲 ', districts: ['一', '二'] },
      { city: '甲', districts: ['二', '一'] },
      { city: '甲' },
    ])
      expect(nameOfWords(other)).not.toBe(name);
  });
});

describe('a file in other words', () => {
  it('every file of the product, read and put together again, is the same file', () => {
    for (const { data, file, kind } of entries) expect(withWords(kind, data, wordsOf(kind, data)), file).toEqual(data);
  });

  it('says the words given, is silent where they are, and keeps what machines read; the file itself is not touched', () => {
    const before = structuredClone(occasion);
    const shown = withWords('occasions', occasion, { name: '别的名' });
    expect(shown).toEqual({
      slug: 'sample-day',
      name: '别的名',
      confidence: 0,
      rule: occasion.rule,
      notes: '只给编辑看',
    });
    expect(occasion).toEqual(before);
  });

  it('a part that the file does not have any more is there again while the public still reads it', () => {
    expect(
      withWords('region', { slug: 'x', city: '甲' }, { city: '甲', 'portal.name': '门户', 'portal.url': '/' }),
    ).toEqual({
      slug: 'x',
      city: '甲',
      portal: { name: '门户', url: '/' },
    });
  });
});

describe('neutral words, where something must stand and nobody has agreed to any', () => {
  const neutral = (kind: (typeof kindNames)[number], data: FileEntry['data']) => {
    const words = (fileKinds[kind] as FileKind).neutral?.(data);
    return words && withWords(kind, data, wordsIn(kind, words));
  };

  /** Public fields that the file has and about which the neutral words say nothing, or something of another shape. */
  const unlike = ({ data, kind }: FileEntry, shown: FileEntry['data']) =>
    publicFields(kind)
      .map(([path]) => path)
      .filter((path) => valueAt(data, path) !== undefined)
      .filter((path) => valueAt(shown, path) === '' || typeof valueAt(shown, path) !== typeof valueAt(data, path));

  it('make a city that every page can print, and that names no office, phone or number of the file', () => {
    const entry = entries.find(({ kind }) => kind === 'region')!;
    const shown = neutral('region', entry.data)!;
    expect(unlike(entry, shown)).toEqual(['counties']);
    const own = Object.values(wordsOf('region', entry.data)).flat().map(String);
    const everybodys = ['https://www.creditchina.gov.cn/', '信用中国'];
    const said = Object.values(wordsOf('region', shown)).flat();
    expect(own.filter((word) => said.includes(word) && !everybodys.includes(word))).toEqual([]);
  });

  it('make an account of every kind to which copies still go, and that addresses nobody in particular', () => {
    for (const entry of entries.filter(({ kind }) => kind === 'channels')) {
      const shown = neutral('channels', entry.data)!;
      // Letters leave out what they do not know.
      expect(
        unlike(entry, shown).filter((path) => !['page', 'embargo'].includes(path)),
        entry.file,
      ).toEqual([]);
      // Some accounts are called by what they are: “微信公众号”.
      const { name: _name, ...own } = wordsOf('channels', entry.data);
      expect(
        Object.values(wordsOf('channels', shown)).filter((word) => Object.values(own).includes(word)),
        entry.file,
      ).toEqual([]);
    }
  });

  it('are a drawing without words for the cover; a list and an occasion have none, and are not shown', () => {
    const [cover] = entries.filter(({ kind }) => kind === 'media');
    expect(String(neutral('media', cover!.data)?.picture)).toMatch(/^<svg[^>]*>(<rect[^>]*\/>)+<\/svg>$/);
    expect(kindNames.filter((kind) => fileKinds[kind].neutral === null)).toEqual(['lists', 'occasions']);
  });
});

describe('what else a file is known by', () => {
  it.each([
    { kind: 'lists', name: 'wage-arrears' },
    { kind: 'region', name: 'guangyuan' },
    { kind: 'media', name: 'default-cover' },
  ])('its name in addresses leads back to it: %j', (file) => {
    expect(fileId(file)).not.toContain('/');
    expect(readFileId(fileId(file))).toEqual(file);
  });

  it.each(['', 'lists', '--', 'lists--'])('an address that names no file names none: %j', (id) => {
    const { kind, name } = readFileId(id);
    expect(entries.some((entry) => entry.kind === kind && entry.name === name)).toBe(false);
  });

  it('every file that pages print has pages; letters and sheets are no pages', () => {
    const without = kindNames.filter((kind) => pagesOf(kind, 'x').length === 0);
    expect(without).toEqual(['channels', 'media']);
    expect(pagesOf('lists', 'wage-arrears')).not.toEqual(pagesOf('lists', 'judgment-defaulters'));
  });
});
