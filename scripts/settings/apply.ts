import { setEnvironment } from './environment.ts';
import { ensureSecret, openDataDir } from './data-dir.ts';
import { keepPrivate } from './private.ts';
import { readSettings, type Settings } from './settings.ts';

/**
 * What every command that touches data does first: checks the environment, opens the data folder, makes the secret,
 * and hands the resolved values on through the environment (the CMS reads them there, also inside Next).
 */
export async function openSettings(): Promise<Settings> {
  const settings = readSettings();
  keepPrivate();
  await openDataDir(settings.DATA_DIR);
  await ensureSecret(settings.DATA_DIR);
  setEnvironment({
    DATA_DIR: settings.DATA_DIR,
    SITE_URL: settings.siteUrl,
    ADMIN_URL: settings.adminUrl,
    CHANNELS: settings.CHANNELS,
    DISABLE_PAYLOAD_HMR: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  return settings;
}
