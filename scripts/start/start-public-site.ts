import type { Clock } from '../../campaigns/ports/clock.ts';
import { createChangeFeed } from '../../cms/read/changes.ts';
import { openDoor } from '../../cms/read/door.ts';
import { createReader } from '../../cms/read/payload-reader.ts';
import { startSite } from '../../site/server/start-site.ts';
import { say } from '../cli/talk.ts';
import type { OpenCms } from '../compose/open-cms.ts';
import { createHooks } from './hooks/create-hooks.ts';
import { contentOf } from '../../cms/content/content.ts';

/** Serves the public site in this process, reading published data only. */
export async function startPublicSite(
  cms: OpenCms,
  clock: Clock,
  away: () => boolean = () => false,
): Promise<{ close(): Promise<void> }> {
  const { payload, settings } = cms;
  const demo = settings.CHANNELS === 'emulator';
  // Read once here, so that a missing or wrong region file is told at start and not to the first visitor.
  await contentOf(payload).region();
  openDoor(createReader({ payload, clock, demo, siteUrl: settings.siteUrl }));
  return startSite({
    port: settings.SITE_PORT,
    siteUrl: settings.siteUrl,
    dataDir: settings.DATA_DIR,
    trusted: settings.TRUSTED_PROXIES,
    away,
    now: () => clock.now().getTime(),
    changes: createChangeFeed(payload),
    hooks: await createHooks(cms, clock),
    log: (line) => say(`  [网站] ${line}`),
  });
}
