import { expect, it } from 'vitest';
import { signCheckpoint } from '../checkpoint.ts';
import { genesis, hashOf, sealOf, type AuditRow } from '../row.ts';
import { keyName } from '../key.ts';
import { lineProblem } from './line-problem.ts';
import { rowProblem } from './row-problem.ts';

const key = Buffer.alloc(32, 7);
const other = Buffer.alloc(32, 8);
function rowAfter({ hash, seq }: { hash: string; seq: number }, more: Partial<AuditRow> = {}, by = key): AuditRow {
  const said = {
    id: `row-${seq + 1}`,
    seq: seq + 1,
    at: '2026-06-14T09:00:00+08:00',
    prev: hash,
    phase: 'event' as const,
    said: '登录',
    intent: null,
    actorId: 'u1',
    actorName: '示例甲',
    actorRoles: 'author',
    ip: null,
    agent: null,
    api: null,
    act: 'login',
    target: null,
    rowId: null,
    title: null,
    reason: null,
    changes: null,
    ...more,
  };
  const own = hashOf(said);
  return { ...said, hash: own, seal: sealOf(by, own) };
}
const head = { seq: 0, hash: genesis };
const sound = rowAfter(head);
const reason = (row: Parameters<typeof rowProblem>[0], after = head, by: Buffer | null = key) =>
  rowProblem(row, after, by)?.reason ?? null;

it('a row that follows is sound, and so is the one after it', () => {
  expect(rowProblem(sound, head, key)).toBeNull();
  expect(rowProblem(rowAfter(sound), sound, key)).toBeNull();
});

it('no column of a row can be changed unseen', () => {
  for (const name of Object.keys(sound) as (keyof AuditRow)[]) {
    if (name === 'seq') continue;
    expect(reason({ ...sound, [name]: '改过' }), name).toMatch(name === 'seal' ? '没有系统的密封' : '内容被改过');
  }
});

it.each([
  ['the next is missing', { ...sound, seq: 2 }, '第1行被删掉了。', 1],
  ['three are missing', { ...sound, seq: 4 }, '第1行到第3行被删掉了。', 1],
  ['one comes again', { ...sound, seq: 0 }, '第0行重复或次序不对。', 0],
  ['its number is a text', { ...sound, seq: '1' }, '第1行的序号被改成了“1”。', 1],
  ['its number is half', { ...sound, seq: 1.5 }, '第1行的序号被改成了“1.5”。', 1],
  ['its number is gone', { ...sound, seq: null }, '第1行的序号被改成了“null”。', 1],
  ['its number is very long', { ...sound, seq: '9'.repeat(99) }, `第1行的序号被改成了“${'9'.repeat(20)}”。`, 1],
])('%s', (_what, row, said, seq) => expect(rowProblem(row, head, key)).toEqual({ seq, reason: said }));

it('a row made anew without the key, or put after another one, is told from a changed one', () => {
  expect(reason(rowAfter(head, {}, other))).toBe('第1行不是系统写的：没有系统的密封。');
  expect(reason(rowAfter({ seq: 0, hash: 'f'.repeat(64) }))).toBe('第1行接不上第0行：前面的行被改写、调换或插入过。');
});

it('without the key nothing passes for verified', () => {
  expect(reason(sound, head, null)).toContain('找不到审计密钥');
});

it('a checkpoint is believed by its own key alone, and by every field of it', () => {
  const said = signCheckpoint(key, { seq: 3, hash: sound.hash, at: sound.at, rows: 3, key: keyName(key) });
  const problem = (more: object = {}, by: Buffer | null = key) =>
    lineProblem({ file: 'c.jsonl', line: 2, said: { ...said, ...more } }, by);
  expect(problem()).toBeNull();
  for (const more of [{ seq: 4 }, { hash: genesis }, { at: '2026' }, { rows: 4 }, { mac: 'a'.repeat(64) }])
    expect(problem(more)?.reason).toBe('检查点文件 c.jsonl 第2行被改过：签名对不上。');
  expect(problem({}, other)?.reason).toContain(`是用另一把密钥签的（${keyName(key)}，手里的是 ${keyName(other)}）`);
  expect(problem({}, null)).toBeNull();
  expect(lineProblem({ file: 'c.jsonl', line: 2, said: null }, key)).toEqual({
    seq: 0,
    reason: '检查点文件 c.jsonl 第2行看不懂：它被改过，或写到一半断了电。',
  });
});
