import { expect, it } from 'vitest';
import { markdownToRichText } from '../../rich-text/from-markdown.ts';
import { differing, isBlank, keepable, sameValue } from './same-content.ts';

const body = markdownToRichText('正文。');

it.each([
  [{ a: '', b: null, c: [], d: false }, {}],
  [{ rows: 0 }, { rows: [] }],
  [{ body }, { body: { root: { ...body.root, direction: null, version: 2 } } }],
  [{ rows: [{ id: 'x', text: '甲' }] }, { rows: [{ id: 'y', text: '甲' }] }],
  [{ column: 'c1' }, { column: { id: 'c1', name: '信用知识' } }],
  [{ note: '一\r\n二' }, { note: '一\n二' }],
  [{ consent: { by: null } }, { consent: {} }],
  [{ body: { root: { type: 'root', children: [{ type: 'paragraph', children: [] }] } } }, { body: null }],
  [
    { title: '题', updatedAt: '1', createdAt: '1' },
    { title: '题', updatedAt: '2' },
  ],
])('knows the same content again: %j', (a, b) => expect(differing(a, b)).toEqual([]));

it.each([
  [{ title: '题' }, { title: '题。' }, 'title'],
  [{ body }, { body: markdownToRichText('正文！') }, 'body'],
  [{ year: 0 }, { year: null }, 'year'],
  [{ rows: [] }, { rows: [{ text: '甲' }] }, 'rows'],
  [{ mode: 'a' }, { mode: 'b' }, 'mode'],
  [{ festive: true }, {}, 'festive'],
  [{ file: new Blob(['a']) }, { file: null }, 'file'],
])('sees a change: %j', (a, b, name) =>
  expect(differing(a as object as Record<string, unknown>, b as Record<string, unknown>)).toEqual([name]),
);

it('an empty paragraph is nothing yet, two words are', () => {
  const empty = { body: { root: { type: 'root', children: [] } } };
  expect(isBlank({ kind: 'knowledge', ...empty }, { kind: 'knowledge', ...empty })).toBe(true);
  expect(isBlank({ kind: 'knowledge', body }, { kind: 'knowledge' })).toBe(false);
});

it('keeps no password, no file and no bytes of a picture', () => {
  const kept = keepable({
    name: '甲',
    password: 'p',
    'confirm-password': 'p',
    file: new Blob(['a']),
    body: { root: { children: [{ type: 'upload', pending: { src: 'data:base64,AAAA' } }] } },
  });
  expect(JSON.stringify(kept)).not.toMatch(/password|base64|file/);
  expect(kept.name).toBe('甲');
});

it('a file in one form is not a file in another', () => {
  const file = new Blob(['a']);
  expect(sameValue(file, file)).toBe(true);
});
