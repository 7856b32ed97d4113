import { join, resolve } from 'node:path';
import { z } from 'zod';
import { channelKinds } from '../../campaigns/channels/channel-kinds.ts';
import type { Emulator } from '../../campaigns/channels/define-channel.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { say } from '../cli/talk.ts';
import { defineVerb } from '../cli/verb.ts';
import { untilStopped } from '../start/until-stopped.ts';
import { callerFolder } from '../settings/caller.ts';
import { requireFreePort } from '../settings/ports.ts';

export const verb = defineVerb({
  name: 'emulators',
  summary: '单独运行微信和微博模拟器（只监听本机）；GET /__ledger 查看收到了什么',
  flags: {
    'port-base': { type: 'string', value: '端口', help: '微信用这个端口，微博用下一个（默认 5100）' },
    'state-dir': { type: 'string', value: '目录', help: '把收到的内容存下来，重启后还在' },
    'safe-domain': { type: 'string', value: '域名', help: '微博应用绑定的安全域名（默认 localhost）' },
  },
  schema: z.object({
    'port-base': z.coerce
      .number({ error: '请写一个端口号，如 5100。' })
      .int('请写整数。')
      .min(1, '端口从 1 开始。')
      .max(65_534, '端口最大 65534。')
      .default(5100),
    'state-dir': z.string().optional(),
    'safe-domain': z.string().default('localhost'),
  }),
  async run(input) {
    const base = input['port-base'];
    const platforms = channelKinds.flatMap(({ emulator, type }) => (emulator ? [{ emulator, type }] : []));
    for (const index of platforms.keys()) await requireFreePort(base + index, '--port-base');
    const stateFile = (name: string) =>
      input['state-dir'] ? join(resolve(callerFolder(), input['state-dir']), `${name}.json`) : undefined;
    const running: { type: string; server: Emulator }[] = [];
    for (const [index, { emulator, type }] of platforms.entries()) {
      running.push({
        type,
        server: await emulator({
          port: base + index,
          clock: systemClock,
          stateFile: stateFile(type),
          safeDomain: input['safe-domain'],
        }),
      });
    }
    say('模拟器只用于演示和测试，不会联系任何真实平台。按 Ctrl-C 停止。');
    process.stdout.write(`ready ${running.map(({ server, type }) => `${type}=${server.url}`).join(' ')}\n`);
    await untilStopped();
    await Promise.all(running.map(({ server }) => server.close()));
  },
});
