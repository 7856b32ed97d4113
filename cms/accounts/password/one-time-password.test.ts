import { expect, it } from 'vitest';
import { spanWords } from '../sign-in/too-soon.ts';
import { oneTimePassword } from './one-time-password.ts';
import { passwordProblem } from './password-problem.ts';

// Of a thousand passwords a dozen hold any two letters.
it.each([
  ['li@desk.example', '示例甲'],
  ['GY@desk.example', 'Xu'],
])(
  'a password that is given out to %s, %s may always be used, is read aloud without mistakes, and is never given twice',
  (email, name) => {
    const given = Array.from({ length: 800 }, () => oneTimePassword({ email, name }));
    for (const password of given) {
      expect(password).toMatch(/^(?:[a-zA-Z2-9]{4}-){3}[a-zA-Z2-9]{4}$/);
      expect(password).not.toMatch(/[01OIl]/);
      expect(passwordProblem(password, { email, name })).toBeNull();
    }
    expect(new Set(given).size).toBe(800);
  },
);

it.each([
  ['nine signs', 'kX7#qPz2V', '太短'],
  ['ten', 'kX7#qPz2Vm', null],
  ['nine of two halves', '🎋'.repeat(9), '太短'],
  ['two hundred', 'kX7#qPz2Vm'.repeat(20), null],
  ['signs that nobody sees', '\u200b'.repeat(12), '太常见'],
  ['a common one in full width', 'ｃｈｅｎｇｘｉｎ１２３', '太常见'],
  ['one’s own name in full width', 'ｌｉｍｉｎｇ 渡口的灯塔', '姓名'],
  ['a common one with a circled digit', 'chengxin①②③', '太常见'],
])('%s', (_what, password, said) => {
  const problem = passwordProblem(password, { email: 'liming@desk.example', name: '示例李明' });
  if (said === null) expect(problem).toBeNull();
  else expect(problem).toContain(said);
});

it.each([
  [0, '1秒'],
  [1, '1秒'],
  [1001, '2秒'],
  [60_000, '60秒'],
  [60_001, '2分钟'],
  [120_001, '3分钟'],
  [-5, '1秒'],
])('%i milliseconds are %s: nobody is told to come too early', (ms, words) => expect(spanWords(ms)).toBe(words));
