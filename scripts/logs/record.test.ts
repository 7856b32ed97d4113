import { expect, it } from 'vitest';
import { recordsOf } from './record.ts';

it.each<[string, object[]]>([
  ['\n', []],
  ['  [推送] 微信 d1 第 1 次：已发出。\n', [{ level: 'info', part: '推送', msg: '微信 d1 第 1 次：已发出。' }]],
  ['  [告警] 磁盘快写满了\n', [{ level: 'warn', part: '告警', msg: '磁盘快写满了' }]],
  ['  [卡住] 内容文件：读不了\n', [{ level: 'warn', part: '卡住', msg: '内容文件：读不了' }]],
  ['✗ 端口 4321 已被占用。\n', [{ level: 'error', msg: '端口 4321 已被占用。' }]],
  ['! 只按规则推算\n', [{ level: 'warn', msg: '只按规则推算' }]],
  [
    '▸ 打开数据库 …\n  完成（0.3 秒）\n',
    [
      { level: 'info', msg: '打开数据库 …' },
      { level: 'info', msg: '完成（0.3 秒）' },
    ],
  ],
  [
    '\u001b[31m⨯\u001b[39m Error: x\n    at a (b.ts:1:1)\n    at c\n',
    [{ level: 'error', msg: 'Error: x', detail: '    at a (b.ts:1:1)\n    at c' }],
  ],
  ['TypeError: y\n    at a (b.ts:1:1)\n', [{ level: 'error', msg: 'TypeError: y', detail: '    at a (b.ts:1:1)' }]],
  [
    '{"level":50,"time":1764338400000,"pid":1,"hostname":"h","name":"payload","err":{"type":"E"},"msg":"坏了"}\n{"level":40,"time":1,"msg":"小心"}\n',
    [
      { level: 'error', part: 'CMS', err: { type: 'E' }, msg: '坏了' },
      { level: 'warn', part: 'CMS', msg: '小心' },
    ],
  ],
  ['{"level":"没有说完\n', [{ level: 'info', msg: '{"level":"没有说完' }]],
])('%j is read as what it is', (written, records) => expect(recordsOf(written)).toEqual(records));
