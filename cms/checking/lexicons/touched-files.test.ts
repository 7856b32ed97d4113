import type { Payload } from 'payload';
import { expect, it } from 'vitest';
import type { Lexicon } from '../../checks/lexicon/lexicon.ts';
import { contentConfig, type Content } from '../../content/content.ts';
import { deskLexicons } from './desk-lexicons.ts';

const list = (edition: string): Lexicon =>
  ({
    slug: 'local',
    title: '本地用语',
    group: 'wording',
    edition,
    owner: '编辑部',
    source: '自编',
    confidence: 0.9,
    entries: [],
  }) as unknown as Lexicon;
let read = (): Promise<unknown> => Promise.resolve([]);
const payload = {
  find: async () => ({ docs: [] }),
  config: { custom: contentConfig({ lexicons: () => read() } as unknown as Content) },
} as unknown as Payload;

it('a list is indexed once, and again when its file was touched; one that could not be read is asked for again', async () => {
  read = () => Promise.reject(new Error('第3条不对'));
  await expect(deskLexicons(payload)).rejects.toThrow('第3条不对');
  const first = [list('2026-01-01')];
  read = () => Promise.resolve(first);
  const made = await deskLexicons(payload);
  expect(made.editions).toEqual(['local@2026-01-01']);
  expect(await deskLexicons(payload)).toBe(made);
  read = () => Promise.resolve([list('2026-02-01')]);
  expect((await deskLexicons(payload)).editions).toEqual(['local@2026-02-01']);
});
