import { describe, expect, it } from 'vitest';
import type { Person } from '../../access/person.ts';
import { roleNames, type Role } from '../../access/roles.ts';
import type { WaitingText } from '../../desk/texts/waiting.ts';
import { subjectSlugs } from '../../texts/subjects.ts';
import { refusedTextTasks, textTasks } from './text-tasks.ts';

const as = (role: Role, id = role): Person => ({ id, name: `示例${role}`, roles: [role] });
const text = (more: Partial<WaitingText> = {}): WaitingText => ({
  subject: 'columns',
  id: 'c1',
  title: '信用知识',
  writers: [{ id: 'author', name: '示例作者' }],
  since: new Date('2026-06-14T01:00:00Z'),
  blamed: false,
  refusal: null,
  ...more,
});
const refusal = { by: 'signer', name: '示例终审', reason: '没有依据', at: '2026-06-14T02:00:00.000Z' } as NonNullable<
  WaitingText['refusal']
>;
const now = new Date('2026-06-15T02:00:00Z');
const offered = (one: WaitingText, who: Person) => textTasks([one], who, () => null).length === 1;

describe('words that wait', () => {
  it('go to those who review; where somebody seems blamed, to secrecy alone; never to who wrote them', () => {
    expect(roleNames.filter((role) => offered(text(), as(role)))).toEqual(['reviewer1', 'reviewer2', 'signer']);
    expect(roleNames.filter((role) => offered(text({ blamed: true }), as(role)))).toEqual(['secrecy']);
    expect(offered(text(), as('signer', 'author'))).toBe(false);
    expect(offered(text({ refusal }), as('signer'))).toBe(false);
  });

  it.each(subjectSlugs)('%s: says who wrote it, what the public reads meanwhile, and leads to its page', (subject) => {
    const [task] = textTasks([text({ subject })], as('signer'), () => null);
    expect(task).toMatchObject({
      href: `/admin/collections/${subject}/c1`,
      button: '对照',
      detail: expect.stringMatching(/^示例作者写的，等第二人同意；.+/),
    });
  });

  it('a long title is cut between letters, and says that it goes on', () => {
    const [task] = textTasks([text({ title: '𠮷'.repeat(50) })], as('signer'), () => null);
    expect(task?.title).toBe(`栏目　${'𠮷'.repeat(39)}…`);
  });
});

describe('words that somebody did not agree to', () => {
  it('go back to those who wrote them, with who and why', () => {
    expect(refusedTextTasks([text({ refusal })], as('author'), now)).toMatchObject([
      { button: '修改', since: new Date(refusal.at), detail: expect.stringMatching(/^示例终审没有同意：没有依据　/) },
    ]);
    expect(refusedTextTasks([text({ refusal })], as('signer'), now)).toEqual([]);
    expect(refusedTextTasks([text()], as('author'), now)).toEqual([]);
  });

  it('of what cannot be changed one is told a week, and not of what one took back oneself', () => {
    const fixed = text({ subject: 'withdrawals', refusal });
    expect(refusedTextTasks([fixed], as('author'), new Date('2026-06-21T15:59:00Z'))).toMatchObject([
      { button: '看一看' },
    ]);
    expect(refusedTextTasks([fixed], as('author'), new Date('2026-06-21T16:00:00Z'))).toEqual([]);
    expect(
      refusedTextTasks([text({ subject: 'withdrawals', refusal: { ...refusal, by: 'author' } })], as('author'), now),
    ).toEqual([]);
  });
});
