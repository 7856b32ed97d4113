import { ensureSecret, openDataDir } from './data-dir.ts';
import { keepPrivate } from './private.ts';
import { readSettings, type Settings } from './settings.ts';

/**
 * What every command that touches data does first: checks the environment, opens the data folder, makes the secret,
 * and hands the resolved values on through `process.env` (the CMS reads them there, also inside Next).
 */
export async function openSettings(): Promise<Settings> {
  const settings = readSettings();
  keepPrivate();
  await openDataDir(settings.DATA_DIR);
  await ensureSecret(settings.DATA_DIR);
  process.env.DATA_DIR = settings.DATA_DIR;
  process.env.SITE_URL = settings.siteUrl;
  process.env.ADMIN_URL = settings.adminUrl;
  process.env.CHANNELS = settings.CHANNELS;
  process.env.DISABLE_PAYLOAD_HMR = 'true';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  return settings;
}
