import { expect, it } from 'vitest';
import { createRandom } from '../../campaigns/calendar/testing/random.ts';
import { cleanWord } from '../rich-text/clean-word.ts';
import { plainLines } from '../rich-text/plain-lines.ts';
import { within } from '../../.config/patience.ts';
import { convert } from './convert.ts';
import { randomPage } from './testing/random-page.ts';
import { randomWord } from './testing/random-word.ts';

/** Small high and low figures count as what they are; a formula may part what it joins. */
const flat = (text: string): string => text.normalize('NFKC').replace(/[\s()]/g, '');

it.each([
  ['a Word file', 'w.docx', randomWord],
  ['a page', 'p.html', randomPage],
] as const)(
  'every word that %s shows is in the story or in a note, none that it hides is in the story',
  async (_, name, make) => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const sample = make(createRandom(seed));
      const story = await convert(name, sample.bytes);
      const text = flat(
        [
          story.title,
          story.source,
          story.author,
          ...plainLines({ root: { type: 'root', children: story.blocks } }),
          ...story.pictures.flatMap(({ alt, caption }) => [alt, caption]),
        ].join('\n'),
      );
      const told = text + flat(story.notes.join('\n'));
      expect({
        seed,
        lost: sample.seen.filter((word) => !told.includes(word)),
        leaked: sample.hidden.filter((word) => text.includes(word)),
      }).toEqual({ seed, lost: [], leaked: [] });
      for (const note of story.notes) expect(note).toMatch(/^[^@\n]+。$/);
    }
  },
  within(60_000),
);

it(
  'pasting loses no word of a page either, and tells the same',
  () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const sample = randomPage(createRandom(seed));
      const { html, notes = [] } = cleanWord(
        new TextDecoder()
          .decode(sample.bytes)
          .replace(/ class=gone>/g, ' hidden>')
          .replace(/<img [^>]*alt="([^"]+)">/g, '$1'),
      );
      const text = flat(html.replace(/<[^>]+>/g, ''));
      expect({
        seed,
        lost: sample.seen.filter((word) => !(text + flat(notes.join('\n'))).includes(word)),
        leaked: sample.hidden.filter((word) => text.includes(word)),
      }).toEqual({ seed, lost: [], leaked: [] });
    }
  },
  within(60_000),
);
