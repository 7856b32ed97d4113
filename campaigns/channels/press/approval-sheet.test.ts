import { expect, it } from 'vitest';
import type { Release } from '../../ports/release.ts';
import { approvalSheet } from './approval-sheet.ts';
import type { PressConfig } from './config.ts';

const config = {
  outlet: '示例日报',
  contact: { desk: '示例编辑部', phone: '0839-0000000', email: 'desk@example.cn' },
} as PressConfig;
const release: Release = {
  id: 'r',
  storyId: 's',
  serial: 7,
  version: 1,
  hash: 'ab',
  kind: 'knowledge',
  column: 'knowledge',
  title: '示例稿',
  summary: '',
  author: '示例作者',
  source: '示例编辑部',
  html: '<p>示例。</p>',
  text: '示例。',
  cover: null,
  images: [],
  signedBy: '示例签发人',
  signedAt: '2026-03-01T09:00:00+08:00',
};
const sheet = (more: Partial<Release>) =>
  approvalSheet({ ...release, ...more }, config, 'd1', 'https://example.cn/s/7', null);

it('says how this very release was reviewed, never more', () => {
  const two = '本单位实行两人审签：初审、复审由一人担任，由另一位终审人签发后发布';
  expect(sheet({ reviewNote: two })).toContain(`审签：${two}\n终审签发人：示例签发人`);
  expect(sheet({ reviewNote: two })).not.toContain('经初审、复审、终审');
  // A preview was reviewed by nobody.
  expect(sheet({})).not.toMatch(/^审签：/m);
});
