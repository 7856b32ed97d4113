import { expect, it } from 'vitest';
import { strangers, visibleStrings } from './visible-strings.ts';

it('finds what nobody wrote down, in text and in attributes, and not what is made of known pieces', () => {
  const source = '这里是 诚信广元 广播 怎样查自己的信用报告';
  const page =
    '<p>这里是诚信广元广播</p><img alt="夜里悄悄写下蜻蜓"><a href="/">怎样<b>查自己</b>的信用报告</a><td>农历五月十一</td><i title="&lt;无人同意&gt;"></i>';
  expect(strangers(visibleStrings(page), source)).toEqual(['夜里悄悄写下蜻蜓', '无人同意']);
});
