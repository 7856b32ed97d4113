import type { Step } from '../step.ts';

/** Looks again at copies that are out. */
export const aftercareStep = (tendOut: () => Promise<number>): Step => ({
  name: 'aftercare',
  title: '复看已发出的内容',
  advice: '请到平台后台看看这一篇还在不在，不在的到推送台账登记。',
  aside: true,
  patienceMs: 10 * 60_000,
  run: tendOut,
});
