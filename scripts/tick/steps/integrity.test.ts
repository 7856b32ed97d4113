import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../../campaigns/calendar/civil-day.ts';
import { readIntegrity } from '../../../cms/ops/health/integrity.ts';
import { testCms, type TestCms } from '../../../cms/testing/test-cms.ts';
import { integrityStep } from './integrity.ts';

let cms: TestCms;
beforeAll(async () => {
  cms = await testCms();
});
afterAll(() => cms.close());

it('looks once a night, after its hour, and says in a sentence what is damaged', async () => {
  const file = join(cms.dataDir, 'copy.db');
  const { client } = cms.payload.db as unknown as { client: { execute(sql: string): Promise<unknown> } };
  // A copy that nobody has open: the live one is never touched as a file.
  await client.execute(`VACUUM INTO '${file}'`);
  const step = integrityStep(cms, { DATA_DIR: cms.dataDir, sqliteFile: file });
  await step.run(instantOf('2031-03-01', '01:00'));
  expect(await readIntegrity(cms.payload)).toBeNull();
  await step.run(instantOf('2031-03-01', '03:31'));
  expect(await readIntegrity(cms.payload)).toMatchObject({ said: null });
  const handle = await open(file, 'r+');
  const { size } = await handle.stat();
  await handle.write(Buffer.alloc(size / 2, 0x5a), 0, size / 2, Math.floor(size / 4));
  await handle.close();
  // Not twice in one night.
  await step.run(instantOf('2031-03-01', '04:00'));
  expect(await readIntegrity(cms.payload)).toMatchObject({ said: null });
  await step.run(instantOf('2031-03-02', '03:31'));
  expect((await readIntegrity(cms.payload))?.said).toMatch(/损坏.*chengxin restore/);
});
