import type { Nightly } from '../../../cms/checking/nightly/create-nightly.ts';
import type { Step } from '../step.ts';

/** The nightly look at everything that is live; asked each minute, done once a night. */
export const nightlyStep = (nightly: Nightly): Step => ({
  name: 'nightly',
  title: '每夜巡查',
  advice: '请打开“检查记录”再查一次；卡在哪一篇就先看哪一篇。',
  aside: true,
  patienceMs: 60 * 60_000,
  run: () => nightly.run(),
});
