import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { StoryPreview } from '../../../preview/preview-story.ts';
import { show } from '../../testing/page.ts';
import { hostile, isMarkup } from '../../testing/sentences.ts';
import { Limits } from './Limits.tsx';
import { View, viewNames, type ViewName } from './Views.tsx';

describe('字数与预览', () => {
  const count = (used: number) => ({ used, limit: 32, unit: '字' });
  const preview = {
    press: { characters: 500, columns: 2, lines: 42, findings: [], html: '<p>报纸</p>' },
    site: { counts: { summary: count(10) }, html: '<p>网站</p>' },
    wechat: {
      account: '示例号',
      counts: { title: count(40), content: count(9) },
      digest: '',
      findings: [{ level: 'block', message: hostile }],
      html: '<script>alert(1)</script>',
    },
    weibo: { account: '示例号', count: count(33), findings: [], pictureUrl: null, shortened: true, text: hostile },
  } as unknown as StoryPreview;

  it('over the limit says by how much', async () => {
    const { texts } = await show(createElement(Limits, { preview }));
    expect(texts('tr.cx-red td')).toEqual(['40/32字，多8', '33/32字，多1']);
    expect(texts('tr').at(-1)).toBe('正文报纸500字，约2栏');
  });

  it.each(Object.keys(viewNames) as ViewName[])(
    '%s: the story stands in a frame that can do nothing, or as words',
    async (name) => {
      const { find, html } = await show(createElement(View, { name, preview }));
      expect(isMarkup(html)).toBe(false);
      const frame = find('iframe');
      if (name === 'weibo') expect(frame).toBeNull();
      else expect(frame?.getAttribute('sandbox')).toBe('allow-same-origin');
    },
  );

  it('weibo says that the end is cut, wechat that there is no digest yet and what bars it', async () => {
    expect((await show(createElement(View, { name: 'weibo', preview }))).texts('p')[0]).toBe(
      '33/32字，链接算在内；太长，末尾会截去',
    );
    const { texts } = await show(createElement(View, { name: 'wechat', preview }));
    expect([texts('p')[0], texts('li')]).toEqual(['示例号 摘要：（还没有）', [`■ 不能发：${hostile}`]]);
  });
});
