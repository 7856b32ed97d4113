import { expect, test } from 'vitest';
import { readSearch } from './read-search.ts';

const ask = (query: string) => readSearch(new URLSearchParams(query));

test('words are searched for in composed form without surrounding blanks', () => {
  expect(ask('q=%20信用%09%20报告%20&page=3')).toEqual({
    typed: ' 信用\t 报告 ',
    search: '信用 报告',
    page: 3,
    error: null,
  });
  expect(ask('q=e%CC%81').search).toBe('é');
});

test('without a question there is a form and no error', () =>
  expect(ask('')).toMatchObject({ search: null, error: null }));

test.each(['q=', 'q=%20%20', 'q=%E2%80%8B'])('%s asks for words', (query) =>
  expect(ask(query).error).toContain('还没有写'),
);

test('sixty characters are fine, sixty-one are named and kept', () => {
  expect(ask(`q=${'信'.repeat(60)}`).error).toBeNull();
  expect(ask(`q=${'𠮷'.repeat(60)}`).error).toBeNull();
  const long = ask(`q=${'信'.repeat(61)}`);
  expect(long).toMatchObject({ search: null, typed: '信'.repeat(61) });
  expect(long.error).toContain('61个字');
});

test('an odd page number is the first page', () => expect(ask('q=信&page=-1').page).toBe(1));
