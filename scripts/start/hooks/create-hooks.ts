import type { Clock } from '../../../campaigns/ports/clock.ts';
import type { PublicHook } from '../../../site/server/hooks.ts';
import type { OpenCms } from '../../compose/open-cms.ts';

/** What the public server takes in besides showing pages; each hook has a file of its own here. */
export function createHooks(_cms: OpenCms, _clock: Clock): PublicHook[] {
  return [];
}
