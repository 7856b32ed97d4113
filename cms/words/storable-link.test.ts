import { expect, it } from 'vitest';
import { storableLink } from './storable-link.ts';

it.each([
  'https://www.gov.cn/a?b=1#c',
  'HTTP://a.example',
  'mailto:a@b.example',
  'tel:+86-839-1234567',
  '/s/12',
  '#第二节',
  '?page=2',
])('keeps %s', (url) => expect(storableLink(url)).toBe(url));
it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\u200Bscript:alert(1)',
  '\u202Ejavascript:x',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///C:/a.doc',
  'blob:https://a',
  'view-source:https://a',
  'ftp://a.example',
  '//evil.example',
  '/\\evil.example',
  'https://',
  'http:///a',
  'www.gov.cn',
  '',
  ' ',
])('refuses %j', (url) => expect(storableLink(url)).toBeNull());
it('takes the disguise off an address it keeps', () =>
  expect(storableLink(' https://a.example/\u200Bb\n')).toBe('https://a.example/b'));
