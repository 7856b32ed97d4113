import { createLocalReq } from 'payload';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { within } from '../../.config/patience.ts';
import { createManualClock } from '../../campaigns/outbox/engine/manual-clock.ts';
import { person } from '../../cms/testing/people.ts';
import { testCms, type TestCms } from '../../cms/testing/test-cms.ts';
import { agreeToFile } from '../../cms/desk/texts/agree-to-file.ts';
import { publicFiles } from '../../cms/texts/files/public-files.ts';
import { takeUpFiles } from '../../cms/texts/files/take-up-files.ts';
import { ownContent, type OwnContent } from '../../cms/texts/files/testing/own-content.ts';
import { waitingFiles } from '../../cms/texts/files/waiting-files.ts';
import { nameOfWords } from '../../cms/texts/files/file-words.ts';
import { checkFiles } from '../doctor/files.ts';
import { wordedChannels, type WordedChannels } from './worded-channels.ts';

const clock = createManualClock('2026-11-20T09:00:00+08:00');
let cms: TestCms;
let content: OwnContent;
let worded: WordedChannels;
/** What letters of each channel would say, by the channel's id. */
const said = () => JSON.stringify([...worded.channels]);
const checked = () => checkFiles({ payload: cms.payload } as never);

beforeAll(async () => {
  content = await ownContent();
  cms = await testCms(content);
  await takeUpFiles(cms.payload, clock);
  worded = await wordedChannels(
    publicFiles(cms.payload),
    async (accounts, words) => new Map(accounts.map((account) => [account.id, { account, words } as never])),
  );
}, within(60_000));
afterAll(async () => {
  await content.close();
  await cms.close();
});

const agree = async (file: string) => {
  const who = await person(cms.payload, 'reviewer2');
  const found = (await waitingFiles(cms.payload)).find(({ entry }) => entry.file === file)!;
  expect(
    await agreeToFile(await createLocalReq({}, cms.payload), found.entry, who, nameOfWords(found.now), { clock }),
  ).toMatchObject({ status: 200 });
};

it('letters and sheets say what somebody has agreed to, and take it up without a restart', async () => {
  const before = said();
  expect(await checked()).toMatchObject({ state: 'ok' });
  await content.set('content/channels/press.yaml', 'outlet', '换了名称的报社（示例）');
  await content.set('content/channels/press.yaml', 'deadline', '11:00');
  await content.set('content/region/guangyuan.yaml', 'contact.phone', '0839-0000009（示例）');
  expect(await worded.refresh()).toBe(0);
  expect(said()).toBe(before);
  const { message, state } = await checked();
  expect(state).toBe('warn');
  for (const file of ['content/channels/press.yaml', 'content/region/guangyuan.yaml']) expect(message).toContain(file);
  await agree('content/channels/press.yaml');
  expect(await worded.refresh()).toBe(1);
  expect(said()).toContain('换了名称的报社');
  // How a channel is reached, and when, is as it was at the start.
  expect(said()).not.toContain('11:00');
  expect(said()).not.toContain('0839-0000009');
  await agree('content/region/guangyuan.yaml');
  expect(await worded.refresh()).toBe(worded.accounts.length);
  expect(said()).toContain('0839-0000009');
  expect(await worded.refresh()).toBe(0);
  expect(await checked()).toMatchObject({ state: 'ok' });
});
