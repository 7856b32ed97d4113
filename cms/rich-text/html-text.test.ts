import { expect, it } from 'vitest';
import { htmlToText } from './html-text.ts';

it('a list inside an item begins lines of its own', () => {
  expect(htmlToText('<ol><li>一</li><li>二<ul><li>甲</li><li>乙</li></ul></li></ol><p>尾</p>')).toBe('一\n\n二\n\n甲\n\n乙\n\n尾');
});

it('rows of a table are lines, cells are parted, breaks stay', () => {
  expect(htmlToText('<table><thead><tr><th>年</th><th colspan="2">件</th></tr></thead><tbody><tr><td>2025</td><td>受理<br>网上</td><td></td></tr></tbody></table>')).toBe('年｜件\n\n2025｜受理\n网上｜');
});
