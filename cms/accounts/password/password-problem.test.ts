import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-problem.ts';

const me = { email: 'liming@desk.example', name: '示例李明' };

describe('a password', () => {
  it.each([
    'correct horse battery',
    '四个人审一篇稿件要三天',
    'Kx7m-qPz2-Vw9d-8LsT',
    'four people sign 1 story',
    'chengxin 84731905 lamp',
  ])('%s may be used', (password) => {
    expect(passwordProblem(password, me)).toBeNull();
  });

  it.each([
    'chengxin123',
    'Chengxin@2026',
    'guangyuan2026',
    'GuangYuan20260315!',
    'admin@123456',
    'P@ssw0rd123',
    '1234567890',
    '0987654321',
    'aaaaaaaaaa',
    'abababababab',
    'qwertyuiop',
    'qwerty12345',
    'woaini1314520',
    'xuanchuanbu123',
    'chengxinguangyuan2026',
    '1q1q1q1q1q1q',
    'password1990',
    'zhongguo123456',
  ])('%s is the first guess', (password) => {
    expect(passwordProblem(password, me)).toContain('太常见');
  });

  it('is long enough, and not a novel', () => {
    expect(passwordProblem('kX7#qPz2V', me)).toContain('太短');
    expect(passwordProblem('灯塔渡口三十年没有熄', me)).toBeNull();
    expect(passwordProblem('长'.repeat(201), me)).toContain('太长');
  });

  it("does not hold the person's name or address", () => {
    expect(passwordProblem('lamp-LiMing-ferry', me)).toContain('姓名');
    expect(passwordProblem('渡口的灯示例李明七三', me)).toContain('姓名');
    expect(passwordProblem('lamp and ferry', { email: null, name: null })).toBeNull();
    for (const [password, of] of [
      ['lamp-liming-ferry', { email: 'li.ming@desk.example', name: '示例' }],
      ['lamp-Li_Ming-ferry', { email: 'liming@desk.example', name: '示例' }],
      ['渡口的灯李 明七三八九', { email: 'x@desk.example', name: '李　明' }],
    ] as const)
      expect(passwordProblem(password, of), password).toContain('姓名');
    expect(passwordProblem('small island ferry', { email: 'li@desk.example', name: '示例' })).toBeNull();
  });
});
