import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openReach } from './reach.ts';

let folder: string;
let file: string;
let now = new Date('2026-03-01T08:00:00+08:00');
const later = (days: number) => (now = new Date(now.getTime() + days * 24 * 3_600_000));
const open = () => openReach(file, () => now);

beforeEach(async () => {
  now = new Date('2026-03-01T08:00:00+08:00');
  folder = await mkdtemp(join(tmpdir(), 'reach-'));
  file = join(folder, 'reach.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('says nothing of IPv6 until somebody out there came that way', () => {
  const reach = open();
  for (const address of [
    '',
    '127.0.0.1',
    '::1',
    'fe80::1',
    'fd00::7',
    '::ffff:203.0.113.7',
    '2001:db8::7',
    '61.139.2.69',
    'nonsense',
  ]) {
    expect([address, reach.met(address), reach.overIpv6()]).toEqual([address, false, false]);
  }
  expect(reach.met('240e:390:1::7')).toBe(true);
  expect(reach.overIpv6()).toBe(true);
  // Told once, not with every visitor.
  expect(reach.met('240e:390:1::8')).toBe(false);
});

it('remembers over a restart, and forgets after thirty days without anybody', () => {
  open().met('2409:8a62::1');
  expect(open().overIpv6()).toBe(true);
  later(29);
  expect(open().overIpv6()).toBe(true);
  later(2);
  const reach = open();
  expect(reach.overIpv6()).toBe(false);
  expect(reach.met('2409:8a62::1')).toBe(true);
  later(29);
  expect(open().overIpv6()).toBe(true);
});

it('takes a broken file for none', async () => {
  for (const text of ['', 'nonsense', '[]', '{"ipv6":7}', '{"ipv6":"nonsense"}']) {
    await writeFile(file, text);
    expect([text, open().overIpv6()]).toEqual([text, false]);
  }
});
