import { existsSync } from 'node:fs';
import { occasionDays } from '../../campaigns/calendar/occasion-days.ts';
import { Failure } from '../cli/failure.ts';
import { say } from '../cli/talk.ts';
import { isMongo } from '../installation/kind.ts';
import { openReady } from '../installation/open-ready.ts';
import { openSettings } from '../settings/apply.ts';
import { ownContent } from '../settings/own-content.ts';

type Days = ReturnType<typeof occasionDays>;

/**
 * The occasions of a year as this city has confirmed them. Confirmations live in the database; the rules alone need none,
 * so that this works on an empty machine, and says so where a database cannot be read.
 */
export async function yearDays(year: number): Promise<Days> {
  const settings = await openSettings();
  if (!isMongo(settings) && !existsSync(settings.sqliteFile)) return byRules(year);
  try {
    const cms = await openReady({ for: 'nothing' });
    const { occasionsOf } = await import('../../cms/read/payload/occasions.ts');
    return await occasionsOf(cms.payload, year).finally(() => cms.close());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(`! ${error.message}下面只按规则推算，没有算上已经确认的节点通知。`);
    return byRules(year);
  }
}

const byRules = async (year: number): Promise<Days> => occasionDays(await ownContent().occasions(), year, []);
