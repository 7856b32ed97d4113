import { expect, it } from 'vitest';
import { contentNames } from '../../../story/fields/content-names.ts';
import { typedContent } from './typed-content.ts';

it('takes every content field and nothing else', () => {
  const values = Object.fromEntries([...contentNames, 'stage', 'reviews', 'contentHash'].map((name) => [name, ['值']]));
  expect(Object.keys(typedContent(values, 'a')).sort()).toEqual([...contentNames, 'id'].sort());
  expect(typedContent({ corrections: 0, caseSteps: { what: '', costs: 0, mend: [{ text: '改' }] } }, null)).toEqual({
    corrections: [],
    caseSteps: { what: '', costs: [], mend: [{ text: '改' }] },
  });
  expect(typedContent({ title: '题', summary: undefined }, null)).toEqual({ title: '题' });
});

it('leaves the bytes of a picture that is not uploaded yet', () => {
  const upload = { type: 'upload', pending: { formID: 'a', src: 'data:image/png;base64,AAAA' } };
  expect(JSON.stringify(typedContent({ body: { root: { type: 'root', children: [upload] } } }, null))).not.toContain(
    'base64',
  );
});
