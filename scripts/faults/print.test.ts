import { expect, it } from 'vitest';
import { faultTable } from './print.ts';

it('names to the left, figures to the right, under their heads', () => {
  const row = (name: string, runs: number, doubled = 0) => ({
    id: name,
    name,
    runs,
    deliveries: runs * 2,
    doubled,
    lost: 0,
    unknown: 0,
    left: 0,
    person: 1,
  });
  expect(faultTable([row('时钟跳动', 7), row('断线，平台未执行', 1200, 3)], false)).toEqual([
    '故障              次数  推送  重发  漏发  结果不明  撤不净',
    '----------------  ----  ----  ----  ----  --------  ------',
    '时钟跳动             7    14     0     0         0       0',
    '断线，平台未执行  1200  2400     3     0         0       0',
  ]);
  expect(faultTable([row('时钟跳动', 7)], true)[0]).toContain('交给人工');
});
