import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channelConformance } from '../../conformance.ts';
import { sampleAssets } from '../assets.ts';
import { testClock } from '../test-clock.ts';
import { bulletinKind } from './kind.ts';

const contact = { desk: '示例', phone: '0839-0000000', email: 'desk@cx.example' };

channelConformance('一块宣传栏', async () => {
  const root = mkdtempSync(join(tmpdir(), 'chengxin-bulletin-'));
  const clock = testClock();
  const settings = {
    mode: 'api' as const,
    pressDir: root,
    contact,
    wechat: { apiBase: '', appId: '', appSecret: '' },
    weibo: { apiBase: '', accessToken: '', safeDomain: 'localhost', rip: '127.0.0.1' },
  };
  const account = { id: 'board', type: 'bulletin', name: '宣传栏', place: '东坝社区门口' };
  const named = (end: string) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(end))
      .map((file) => file.slice('board/'.length, -end.length));
  return {
    clock,
    open: () => {
      const channel = bulletinKind.open(account, settings, { clock, assets: sampleAssets() });
      if (!channel) throw new Error('没有渠道');
      return channel;
    },
    copies: async () => named('.txt'),
    withdrawal: {
      ends: 'deleted',
      effects: async () => named('.down').map((file) => file.replace(/\.txt$/, '')),
      byMachine: true,
      mutations: [],
    },
    close: async () => rmSync(root, { recursive: true, force: true }),
  };
}, []);
