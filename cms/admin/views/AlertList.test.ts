import { createElement } from 'react';
import { expect, it } from 'vitest';
import { show } from '../testing/page.ts';
import { anAlert } from '../testing/rows.ts';
import { hostile, isMarkup } from '../testing/sentences.ts';
import { AlertList } from './AlertList.tsx';

const list = (...alerts: ReturnType<typeof anAlert>[]) => show(createElement(AlertList, { alerts }));

it('says that nothing is wrong', async () => {
  const { links, texts } = await list();
  expect([texts('.cx-empty'), links]).toEqual([['没有警报。'], []]);
});

it('each alert in its order: a word, what it is, what to do, one way on', async () => {
  const { links, texts } = await list(
    anAlert({ word: '被拒', what: '没有收。', advice: '请改稿。', href: '/admin/x', button: '去改稿' }),
    anAlert({ id: 'a2' }),
  );
  expect(texts('li')).toEqual(['被拒没有收。请改稿。去改稿', '等人工停住了。请处理。去处理']);
  expect(links).toEqual([
    { href: '/admin/x', words: '去改稿' },
    { href: '/admin/ledger', words: '去处理' },
  ]);
});

it('what can be answered at once has a button each; nothing can be clicked away', async () => {
  const act = (label: string) => ({ label, path: '/api/x', body: {} });
  const { buttons } = await list(anAlert({ acts: [act('源稿还在'), act('源稿没有了')] }), anAlert({ id: 'a2' }));
  expect(buttons).toEqual(['源稿还在', '源稿没有了']);
});

it('a name, a remark of a platform and an error are words', async () => {
  const { html, texts } = await list(anAlert({ word: hostile, what: hostile, advice: hostile, button: hostile }));
  expect(isMarkup(html)).toBe(false);
  expect(texts('li p')).toEqual([hostile, hostile]);
});

it('a hundred alerts of one word stand side by side', async () => {
  const { texts } = await list(...Array.from({ length: 100 }, (_, i) => anAlert({ id: `a${i}`, what: `第${i}条。` })));
  expect(texts('li')).toHaveLength(100);
});
