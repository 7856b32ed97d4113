import type { Payload } from 'payload';
import { ContentError } from '../../campaigns/calendar/content-error.ts';
import { exitCodes, Failure } from '../cli/failure.ts';
import { openSettings } from '../settings/apply.ts';
import type { Settings } from '../settings/settings.ts';

export interface OpenCms {
  settings: Settings;
  payload: Payload;
  close(): Promise<void>;
}

/** Never shows a password that stands in a database address. */
const withoutPassword = (url: string) => url.replace(/\/\/[^@/]*@/, '//***@');

/**
 * Opens the data as the command line does: environment checked, CMS up, no web server.
 * @throws Failure when the environment is wrong or the database cannot be reached.
 * @throws ContentError when a channel or an occasion of `content/` cannot be used.
 */
export async function openCms(): Promise<OpenCms> {
  const settings = await openSettings();
  const { getCms } = await import('../../cms/get-cms.ts');
  const { workAs } = await import('../../cms/audit/actor.ts');
  const verb = process.argv[2] ?? '';
  if (verb !== 'start') workAs(`命令行 chengxin ${verb}`.trim());
  let payload: Payload;
  try {
    payload = await getCms();
  } catch (error) {
    // Channels and occasions are read while the CMS comes up: a mistake there is not the database's.
    if (error instanceof ContentError) throw error;
    throw unreachable(settings, error);
  }
  return { settings, payload, close: () => payload.destroy() };
}

/** One sentence for a database that does not answer, without its password. */
export function unreachable(settings: Settings, error: unknown): Failure {
  const where = settings.DATABASE_URL ? withoutPassword(settings.DATABASE_URL) : settings.sqliteFile;
  const why = withoutPassword(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  return new Failure(`连不上数据库 ${where}：${why}。请检查 DATABASE_URL 和数据库是否在运行。`, exitCodes.environment, {
    cause: error,
  });
}
