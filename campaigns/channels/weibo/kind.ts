import { settleOf } from '../channel-settings.ts';
import { defineChannel } from '../define-channel.ts';
import { createManualChannel } from '../manual/manual-channel.ts';
import { weiboAccount } from './account.ts';
import { createWeiboChannel } from './weibo-channel.ts';

export const weiboKind = defineChannel({
  account: weiboAccount,
  create: ({ id, name, destroy = false }, settings, context) =>
    settings.mode === 'manual'
      ? createManualChannel({ id, name, kind: 'weibo', dir: settings.manualDir ?? settings.pressDir }, context)
      : createWeiboChannel({ id, name, destroy, ...settings.weibo, ...settleOf(settings) }, context),
  emulator: async ({ port, clock, stateFile, safeDomain }) =>
    (await import('./emulator/server.ts')).startWeiboEmulator({ port, clock, stateFile, safeDomain }),
});
