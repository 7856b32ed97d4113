import { civilDay } from '../../campaigns/calendar/civil-day.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { listsSentence, outdatedLists } from '../../cms/checking/lexicons/age.ts';
import { deskLexicons, type ListInForce } from '../../cms/checking/lexicons/desk-lexicons.ts';
import type { OpenCms } from '../compose/open-cms.ts';
import { ok, warn, type Finding } from './finding.ts';
import { contentOf } from '../../cms/content/content.ts';

/** Which editions of the word lists are in force, how old they are, and whether they are more than a beginning. */
export async function checkLexicons({ payload, settings }: OpenCms): Promise<Finding> {
  const [{ lists }, { lexiconMonths }] = await Promise.all([deskLexicons(payload), contentOf(payload).nightlyTerms()]);
  return judgeLexicons(lists, civilDay(systemClock.now()), {
    months: lexiconMonths,
    isLive: settings.CHANNELS === 'live',
  });
}

/** Pure. A beginner's list is enough for a demonstration, not for a city that sends for real. */
export function judgeLexicons(
  lists: readonly ListInForce[],
  today: string,
  { isLive, months }: { isLive: boolean; months: number },
): Finding {
  const sentence = listsSentence(lists, today);
  const old = outdatedLists(lists, today, months);
  if (lists.length === 0) return warn('词表', sentence);
  if (old.length > 0)
    return warn(
      '词表',
      `${sentence}满${months}个月没有新版的有${old.map(({ title }) => `“${title}”`).join('、')}：请核对后导入新版（chengxin lexicons import，或后台“词表”）。`,
    );
  if (isLive && lists.some(({ starter }) => starter))
    return warn(
      '词表',
      `${sentence}正式上线前，请用本市核定的词表替换起步词表（chengxin lexicons import，或后台“词表”）。`,
    );
  return ok('词表', sentence);
}
