import { describe, expect, it } from 'vitest';
import { markdownToRichText } from '../rich-text/from-markdown.ts';
import { contentHash } from './content.ts';

const story = {
  id: '1',
  title: '题',
  kind: 'case',
  column: 'c1',
  summary: '摘要',
  body: markdownToRichText('## 一\n\n二**三**[四](https://a.example/)'),
  caseSteps: { what: '事', costs: [{ id: 'row', figure: '1', label: '元' }] },
  roleModel: { name: '不算' },
  stage: 'draft',
  tags: ['甲', '乙'],
};
const hash = contentHash(story);

describe("a story's fingerprint", () => {
  it.each([
    ['the workflow', { stage: 'signed', round: 9, reviews: [1] }],
    ['how the database writes nothing', { sourceUrl: null, corrections: [], cover: undefined }],
    ['ids of rows', { caseSteps: { what: '事', costs: [{ id: 'other', figure: '1', label: '元' }] } }],
    ['relations read as rows', { column: { id: 'c1', name: '栏目' } }],
    ['facts of another kind', { roleModel: { name: '换了' } }],
    ['a question that nobody has answered', { answer: { who: null, tone: null, minor: false, sealed: false } }],
    ['half an answer', { answer: { who: 'nobody' } }],
    ['proofs that nobody asks for', { disclosure: { proof: { names: ['不算'] }, consent: { by: 'self' } } }],
  ])('does not depend on %s', (_, change) => {
    expect(contentHash({ ...story, ...change })).toBe(hash);
  });

  it.each([
    ['title', { title: '题。' }],
    ['kind', { kind: 'knowledge' }],
    ['column', { column: 'c2' }],
    ['words', { body: markdownToRichText('## 一\n\n二**四**[四](https://a.example/)') }],
    ['emphasis', { body: markdownToRichText('## 一\n\n二三[四](https://a.example/)') }],
    ['link', { body: markdownToRichText('## 一\n\n二**三**[四](https://b.example/)') }],
    ['heading', { body: markdownToRichText('### 一\n\n二**三**[四](https://a.example/)') }],
    ['facts', { caseSteps: { what: '事', costs: [{ figure: '2', label: '元' }] } }],
    ['order of tags', { tags: ['乙', '甲'] }],
    ['picture', { cover: 'm1' }],
    ['answer to the question', { answer: { who: 'nobody', tone: 'negative' } }],
    ['who verified a case', { disclosure: { checker: '乙' } }],
  ])('changes with the %s', (_, change) => {
    expect(contentHash({ ...story, ...change })).not.toBe(hash);
  });
});

describe('what the answer asks for counts in every kind', () => {
  const blamed = (more: object) =>
    contentHash({ ...story, kind: 'activity', answer: { who: 'person', tone: 'negative' }, ...more });
  it.each([
    ['proofs of whom it blames', blamed({ disclosure: { proof: { names: ['甲'] } } }), blamed({})],
    [
      'consent of whom it praises',
      contentHash({
        ...story,
        answer: { who: 'person', tone: 'praise' },
        kind: 'activity',
        disclosure: { consent: { by: 'self' } },
      }),
      contentHash({ ...story, answer: { who: 'person', tone: 'praise' }, kind: 'activity' }),
    ],
    [
      'a box from before the question',
      contentHash({ ...story, disclosure: { named: true, proof: { names: ['甲'] } } }),
      contentHash({ ...story, disclosure: { named: true } }),
    ],
  ])('%s', (_, one, other) => expect(one).not.toBe(other));
});
