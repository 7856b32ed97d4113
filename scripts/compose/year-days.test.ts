import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCms, type TestCms } from '../../cms/testing/test-cms.ts';
import { yearDays } from './year-days.ts';

let cms: TestCms;
let empty: string;
beforeAll(async () => {
  cms = await testCms();
  empty = await mkdtemp(join(tmpdir(), 'chengxin-empty-'));
});
afterAll(async () => {
  await rm(cms.dataDir, { recursive: true, force: true });
  await rm(empty, { recursive: true, force: true });
});

const month = async () => (await yearDays(2026)).find(({ slug }) => slug === 'business-integrity-month');

it('a year is told as the city has confirmed it; on an empty machine by the rules alone', async () => {
  process.env.DATA_DIR = empty;
  expect(await month()).toMatchObject({ state: 'proposed' });
  await cms.payload.create({
    collection: 'occasion-notices',
    data: {
      occasion: 'business-integrity-month',
      year: 2026,
      start: '2026-09-03',
      end: '2026-09-28',
      docNo: '示例1号',
    } as never,
  });
  // A command is a process of its own; here the file must be let go first.
  await cms.payload.destroy();
  process.env.DATA_DIR = cms.dataDir;
  expect(await month()).toMatchObject({ state: 'confirmed', start: '2026-09-03', end: '2026-09-28', docNo: '示例1号' });
});
