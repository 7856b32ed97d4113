import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { bulletinAccount } from '../../campaigns/channels/testing/bulletin/account.ts';
import { bulletinKind } from '../../campaigns/channels/testing/bulletin/kind.ts';
import { sampleAssets } from '../../campaigns/channels/testing/assets.ts';
import { bench } from '../../campaigns/outbox/testing/bench.ts';
import { createWorker } from '../../campaigns/outbox/engine/worker.ts';
import { newDelivery } from '../../campaigns/outbox/testing/fixtures.ts';

// One folder (testing/bulletin) and its line in each of the two lists: nothing else of the product is changed here.
vi.mock('../../campaigns/channels/account-kinds.ts', async (original) => {
  const { accountKinds } = await original<typeof import('../../campaigns/channels/account-kinds.ts')>();
  return { accountKinds: [...accountKinds, bulletinAccount] };
});
vi.mock('../../campaigns/channels/channel-kinds.ts', async (original) => {
  const { channelKinds } = await original<typeof import('../../campaigns/channels/channel-kinds.ts')>();
  return { channelKinds: [...channelKinds, bulletinKind] };
});

const { createChannels } = await import('../../campaigns/channels/create-channels.ts');
const { loadChannels } = await import('../../cms/content/load-channels.ts');
const { channelKind } = await import('../../cms/texts/files/channel-kind.ts');
const { withWords, wordsOf } = await import('../../cms/texts/files/file-words.ts');

const root = mkdtempSync(join(tmpdir(), 'chengxin-new-channel-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let cities = 0;
/** The accounts of a city that has this one file. */
function accountsWith(text: string) {
  cities += 1;
  const folder = join(root, String(cities), 'content', 'channels');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'board.yaml'), text);
  return loadChannels(join(root, String(cities)));
}
const whole = 'id: board\ntype: bulletin\nname: 东坝宣传栏\nplace: 东坝社区门口\nkeys: 值班室\n';

it('a file of the new kind is read, and a wrong one is refused in one sentence that names it', async () => {
  expect(await accountsWith(whole)).toEqual([
    { id: 'board', type: 'bulletin', name: '东坝宣传栏', place: '东坝社区门口', keys: '值班室' },
  ]);
  await expect(accountsWith(whole.replace('place:', 'plaza:'))).rejects.toThrow(/board\.yaml/);
  await expect(accountsWith(whole.replace('type: bulletin', 'type: billboard'))).rejects.toThrow(/board\.yaml/);
});

it('its shown words wait for a second person, in words of its own folder', () => {
  expect(channelKind.fields).toMatchObject({ place: { label: '张贴地点' } });
  expect(channelKind.machine).toMatchObject({ keys: '钥匙在谁手里' });
  expect(channelKind.neutral?.({ type: 'bulletin' })).toEqual({ name: '宣传栏', place: '社区' });
  const account = { id: 'board', type: 'bulletin', name: '东坝宣传栏', place: '东坝社区门口', keys: '值班室' };
  const words = wordsOf('channels', account);
  expect(JSON.stringify(words)).toContain('东坝社区门口');
  expect(JSON.stringify(words)).not.toContain('值班室');
  expect(withWords('channels', account, words)).toEqual(account);
});

it('what is due on it goes out once, and is taken back', async () => {
  const base = await bench();
  const channels = createChannels(
    await accountsWith(whole),
    {
      mode: 'api',
      pressDir: join(root, 'press'),
      contact: { desk: '示例', phone: '0839-0000000', email: 'desk@cx.example' },
      wechat: { apiBase: '', appId: '', appSecret: '' },
      weibo: { apiBase: '', accessToken: '', safeDomain: 'localhost', rip: '127.0.0.1' },
    },
    { clock: base.clock, assets: sampleAssets() },
  );
  await base.store.create(newDelivery({ channel: 'board', postId: 'p2' }));
  await createWorker({ ...base.options, channels }).runDue();
  const [copy] = await base.store.list({ postIds: ['p2'] });
  expect(copy).toMatchObject({ state: 'confirmed', progress: { hung: true } });
  expect(readdirSync(join(root, 'press', 'board'))).toEqual([`${copy?.id}.txt`]);
  expect(readFileSync(join(root, 'press', 'board', `${copy?.id}.txt`), 'utf8')).toContain('东坝社区门口');
});
