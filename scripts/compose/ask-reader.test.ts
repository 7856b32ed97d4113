import { expect, test } from 'vitest';
import { createSiteChannel } from '../../campaigns/channels/website/site-channel.ts';
import { Copy } from '../../campaigns/channels/testing/copy.ts';
import { sampleRelease } from '../../campaigns/channels/testing/release.ts';
import { testClock } from '../../campaigns/channels/testing/test-clock.ts';
import { fixtureReader } from '../../site/testing/fixture-reader.ts';
import { askReader } from './ask-reader.ts';

const clock = testClock();
const channel = createSiteChannel({ id: 'site', name: '网站', askPage: askReader(fixtureReader()) }, { clock });
const copy = (serial: number, hash = 'f'.repeat(64)) => new Copy(clock, 'd1', sampleRelease({ serial, hash }));

test('没有网站在运行时，从同一份数据回答：在、换了版、撤了、没有', async () => {
  expect(await channel.send(copy(101).job())).toMatchObject({ kind: 'confirmed', externalId: 's101-v1' });
  expect(await channel.send(copy(101, 'a'.repeat(64)).job())).toMatchObject({ kind: 'sent' });
  expect(await channel.send(copy(93).job())).toMatchObject({ kind: 'refused' });
  expect(await channel.withdraw(copy(93).withdrawJob())).toMatchObject({ kind: 'deleted' });
  expect(await channel.withdraw(copy(4711).withdrawJob())).toMatchObject({ kind: 'already-gone' });
});
