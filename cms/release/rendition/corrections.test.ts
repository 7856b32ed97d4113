import { expect, it } from 'vitest';
import { screenNote } from '../../../campaigns/channels/community/words.ts';
import { renderWeibo } from '../../../campaigns/channels/weibo/render.ts';
import { correctionsHtml, correctingSentence } from './corrections.ts';

const one = { date: '2026-06-12', was: '两步', now: '三步', note: '漏写一步。' };

it('what waits for a second person is said to be on its way, beside what is corrected, and nothing of it', () => {
  expect([correctingSentence(0), correctionsHtml([])]).toEqual([null, '']);
  expect(correctionsHtml([], 1)).toBe('<h2>更正</h2><ul><li>本文有一处内容正在更正，核定以后公布。</li></ul>');
  expect(correctionsHtml([one], 12)).toMatch(/2026年6月12日更正：“三步”原作“两步”.*本文有12处内容正在更正/);
});

it('short outputs say it too: a post, a sheet, a screen', () => {
  const story = { title: '查报告', summary: '一起查。' };
  expect(renderWeibo({ ...story, correcting: 1 }, 'https://cx.example/s/1')).toContain('（有内容正在更正，见全文）');
  expect(renderWeibo({ ...story, correcting: 1, corrections: [one] }, 'https://cx.example/s/1')).toContain(
    '（2026年6月12日有更正，有内容正在更正，见全文）',
  );
  expect(renderWeibo(story, 'https://cx.example/s/1')).not.toContain('更正');
  expect(screenNote({ version: 2, corrections: [one], correcting: 1 })).toMatch(/有更正，有内容正在更正。/);
  expect(screenNote({ version: 2 })).not.toContain('正在更正');
});
