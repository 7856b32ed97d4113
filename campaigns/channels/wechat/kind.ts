import { settleOf } from '../channel-settings.ts';
import { defineChannel } from '../define-channel.ts';
import { createManualChannel } from '../manual/manual-channel.ts';
import { wechatAccount } from './account.ts';
import { createWechatChannel } from './wechat-channel.ts';

export const wechatKind = defineChannel({
  account: wechatAccount,
  create: ({ id, name, send = 'publish' }, settings, context) =>
    settings.mode === 'manual'
      ? createManualChannel({ id, name, kind: 'wechat', dir: settings.manualDir ?? settings.pressDir }, context)
      : createWechatChannel({ id, name, send, ...settings.wechat, ...settleOf(settings) }, context),
  emulator: async ({ port, clock, stateFile }) =>
    (await import('./emulator/server.ts')).startWechatEmulator({ port, clock, stateFile }),
});
