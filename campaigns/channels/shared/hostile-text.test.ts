import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { storyDocx } from '../press/docx.ts';
import { seeded } from '../testing/random.ts';
import { sampleRelease } from '../testing/release.ts';
import { growing } from './backoff.ts';
import { blocksOf, numberedText, withNumbers } from './blocks.ts';
import { extensionOf, imageType } from './image-type.ts';
import { parseJson, rawJson } from './json.ts';
import { openNotebook } from './notebook.ts';
import { safeName, textFile } from './pack.ts';
import { cut, hanziWeight } from './text-length.ts';

const bits = [
  '<p>',
  '</p>',
  '<ol>',
  '<ol start="3">',
  '<ol start="0">',
  '<ol start="-4">',
  '</ol>',
  '<ul>',
  '</ul>',
  '<li>',
  '<li value="7">',
  '</li>',
  '<h2>',
  '</h2>',
  '<blockquote>',
  '</blockquote>',
  '<br>',
  '<br/>',
  '<table><tr><td>',
  '</td><th>',
  '</td></tr></table>',
  '<img data-media="a" alt="<x>">',
  '<script>alert(1)</script>',
  '<style>p{}</style>',
  '&amp;',
  '&lt;b&gt;',
  '&#x1F38B;',
  '&nbsp;',
  '<',
  '>',
  '"',
  '文字',
  '𠮷',
  '  ',
  '\n',
  '<!-- x -->',
  '<p onclick="x">',
  '</div>',
];

test.each([1, 2, 3, 4, 5])(
  'any mixture of tags becomes blocks with words, and no tag nor script among them: seed %i',
  (seed) => {
    const next = seeded(seed);
    for (let n = 0; n < 300; n += 1) {
      const html = Array.from({ length: Math.floor(next() * 30) }, () => bits[Math.floor(next() * bits.length)]).join(
        '',
      );
      for (const block of blocksOf(html)) {
        if (block.kind === 'picture') expect(block.imageId).toBe('a');
        else {
          expect(block.text.trim(), html).toBe(block.text);
          expect(block.text, html).not.toBe('');
          expect(block.text, html).not.toMatch(/alert|onclick|<(?:p|li|ol|h2|table)\b/);
        }
        if (block.kind === 'item') expect(Number.isFinite(block.number ?? 0) && block.depth >= 0, html).toBe(true);
      }
      expect(numberedText(html)).not.toMatch(/NaN|undefined|null/);
    }
  },
);

describe('lists', () => {
  const marks = (html: string) => numberedText(html).split('\n\n');
  it('go on counting after a list inside an item, and after a number that somebody set', () => {
    expect(marks('<ol><li>甲<ul><li>子</li></ul>又</li><li value="5">乙</li><li>丙</li></ol>')).toEqual([
      '1. 甲',
      '子',
      '又',
      '5. 乙',
      '6. 丙',
    ]);
  });
  it('an item without words takes its number with it', () =>
    expect(marks('<ol><li>甲</li><li></li><li>丙</li></ol>')).toEqual(['1. 甲', '3. 丙']));
  it('a text without ordered lists stays as it was signed', () => {
    expect(withNumbers({ html: '<ul><li>甲</li></ul>', text: '签发的文字' })).toBe('签发的文字');
    expect(withNumbers({ html: '<OL><li>甲</li></OL>', text: '签发的文字' })).toBe('1. 甲');
  });
  it.each(['ul', 'ol'])('%s inside each other, deeper than Word can show, still become a document', async (tag) => {
    const html = `${`<${tag}><li>层`.repeat(14)}${`</li></${tag}>`.repeat(14)}`;
    const document = strFromU8(
      unzipSync(await storyDocx(sampleRelease({ html, images: [], cover: null }), []))['word/document.xml']!,
    );
    expect(document.match(/>层</g)).toHaveLength(14);
    for (const [, level = ''] of document.matchAll(/<w:ilvl w:val="(\d+)"/g))
      expect(Number(level)).toBeLessThanOrEqual(8);
  });
});

describe('JSON of platforms', () => {
  it('what was written comes back as it was, without a single escape of a sign', () => {
    const next = seeded(7);
    for (let n = 0; n < 300; n += 1) {
      const text = String.fromCodePoint(
        ...Array.from(
          { length: 12 },
          () =>
            [
              Math.floor(next() * 0x20),
              Math.floor(next() * 0xd800),
              0x1f000 + Math.floor(next() * 0x300),
              0xd800 + Math.floor(next() * 0x800),
            ][Math.floor(next() * 4)] ?? 0,
        ),
      );
      const written = rawJson({ text, list: [text] });
      expect(written).not.toContain('\\u');
      expect((JSON.parse(written) as { text: string }).text).toBe(
        text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').toWellFormed(),
      );
    }
  });
  it('numbers stay numbers up to the last one that is exact', () => {
    expect(parseJson('[9007199254740991,9007199254740993,-9007199254740993,1e400,1.5,-0]')).toEqual([
      9_007_199_254_740_991,
      '9007199254740993',
      '-9007199254740993',
      Infinity,
      1.5,
      -0,
    ]);
    for (const broken of ['', '{', '{"a":}', 'undefined', '<html>'])
      expect(() => parseJson(broken)).toThrow(SyntaxError);
  });
});

describe('names of files', () => {
  it.each([
    '../../etc/passwd',
    '..',
    '.',
    'a\\b',
    'con:aux',
    'a\u0000b',
    'a\nb',
    '“引号”.jpg',
    '?*<>|"',
    '🎋'.repeat(200),
    ' 头尾 ',
  ])('%j leads out of no folder and fits into it', (name) => {
    const safe = safeName(name);
    expect(safe).not.toMatch(/[/\\:*?"<>|\u0000\n]/);
    expect(['', '.', '..']).not.toContain(safe);
  });
  it('a text file is read by old programs: mark at the head, their line ends, once each', () => {
    expect(Buffer.from(textFile('a', '一\n二\r\n三').bytes).toString('utf8')).toBe('\ufeff一\r\n二\r\n三\r\n');
  });
});

it('a picture is what its first bytes say', () => {
  expect(
    [
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [0x47, 0x49, 0x46, 0x38, 0x39],
      [0x42, 0x4d],
      [0x3c, 0x73, 0x76, 0x67],
      [],
      [0x89, 0x50, 0x4e],
    ].map((bytes) => imageType(new Uint8Array(bytes))),
  ).toEqual(['png', 'gif', 'bmp', null, null, null]);
  expect((['jpeg', 'png', 'gif', 'bmp'] as const).map(extensionOf)).toEqual(['jpg', 'png', 'gif', 'bmp']);
});

it('a wait grows with the trouble and keeps within its limits, the clock set back too', () => {
  expect(
    [0, 8_000, 80_000, 8_000_000, -5_000].map((passed) => growing(1_000_000, 1_000_000 + passed, 2_000, 60_000)),
  ).toEqual([2_000, 2_000, 10_000, 60_000, 2_000]);
});

it('a notebook keeps what it knew, believes nothing of the wrong kind, and forgets by null', async () => {
  const recorded: unknown[] = [];
  const job = {
    progress: { id: 'm1', empty: '', count: 0, yes: true, said: 'true' },
    record: async (progress: unknown) => void recorded.push(progress),
  };
  const notes = openNotebook(job as unknown as Parameters<typeof openNotebook>[0]);
  expect([notes.text('id'), notes.text('empty'), notes.text('count'), notes.text('nothing')]).toEqual([
    'm1',
    null,
    null,
    null,
  ]);
  expect([
    notes.number('count'),
    notes.number('id'),
    notes.flag('yes'),
    notes.flag('said'),
    notes.flag('nothing'),
  ]).toEqual([0, null, true, false, false]);
  await notes.write({ id: null, more: 2 });
  await notes.write({ more: 3 });
  expect([notes.text('id'), notes.number('more')]).toEqual([null, 3]);
  expect(recorded).toEqual([
    { id: null, empty: '', count: 0, yes: true, said: 'true', more: 2 },
    { id: null, empty: '', count: 0, yes: true, said: 'true', more: 3 },
  ]);
  expect(job.progress.id).toBe('m1');
});

test('a text cut to any length is never longer, never half a sign, and whole where it fits', () => {
  const text = '诚信🎋a广元𠮷';
  for (let max = 1; max <= 9; max += 1) {
    const short = cut(text, max);
    expect([...short].length).toBe(Math.min(max, 7));
    expect(short.isWellFormed()).toBe(true);
    expect(short.endsWith('…')).toBe(max < 7);
  }
  expect(hanziWeight('ÿĀ')).toBe(1.5);
});
