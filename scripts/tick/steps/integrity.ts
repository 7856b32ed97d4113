import { civilDay, wallTime } from '../../../campaigns/calendar/civil-day.ts';
import { readIntegrity, recordIntegrity } from '../../../cms/ops/health/integrity.ts';
import { checkIntegrity } from '../../../cms/sqlite/check-integrity.ts';
import { sentenceFor } from '../../installation/sound.ts';
import type { Settings } from '../../settings/settings.ts';
import type { StepParts } from '../parts.ts';
import type { Step } from '../step.ts';

/** After the nightly look at the pages, before anybody works. */
const from = '03:30';

/** Once a night every page and index of the SQLite file is looked at, in a process apart; MongoDB looks after its own. */
export const integrityStep = (
  { payload }: Pick<StepParts, 'payload'>,
  settings: Pick<Settings, 'DATA_DIR' | 'sqliteFile'>,
): Step => ({
  name: 'integrity',
  title: '检查数据库是否完好',
  advice: '请运行 chengxin doctor；数据库损坏就用 chengxin restore 恢复。',
  aside: true,
  patienceMs: 60 * 60_000,
  async run(now) {
    if (payload.db.name === 'mongoose' || wallTime(now) < from) return;
    const last = await readIntegrity(payload);
    if (last && civilDay(new Date(last.at)) === civilDay(now)) return;
    const found = await checkIntegrity(settings.sqliteFile, { full: true });
    // “closed” says nothing of its pages: the step fails, is told, and asks again.
    if (found.state === 'closed') throw new Error(await sentenceFor(settings, found));
    await recordIntegrity(payload, now, found.state === 'damaged' ? await sentenceFor(settings, found) : null);
  },
});
