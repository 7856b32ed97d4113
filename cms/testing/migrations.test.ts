import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConfig, getPayload, type Migration } from 'payload';
import { expect, onTestFinished, test } from 'vitest';
import { buildCmsConfig } from '../config.ts';
import { readEnv } from '../env.ts';
import { migrations } from '../migrations/sqlite/index.ts';

interface Sqlite {
  migrate(args?: { migrations: Migration[] }): Promise<void>;
  client: { execute(sql: string): Promise<{ rows: Record<string, unknown>[] }> };
}

test('a schedule made before a migration is whole after all of them', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'chengxin-migrations-'));
  const env = readEnv({ DATA_DIR: dataDir, PAYLOAD_SECRET: 'a secret for tests only' });
  const config = await buildConfig({ ...(await buildCmsConfig(env)), logger: { options: { level: 'silent' } } });
  const payload = await getPayload({ config, key: randomUUID() });
  onTestFinished(async () => {
    await payload.destroy();
    await rm(dataDir, { recursive: true, force: true });
  });
  const db = payload.db as unknown as Sqlite;
  await db.migrate({ migrations: migrations.slice(0, 1) as unknown as Migration[] });
  for (const statement of [
    "INSERT INTO campaigns (id, key, title, theme, standfirst, occasion, year, slug, state) VALUES ('c', '2026/315', '活动', '主题', '一句话', 'consumer-rights-day', 2026, '315', 'confirmed')",
    "INSERT INTO stories (id, title, kind, stage, round, reviews, editors) VALUES ('s', '稿件', 'article', 'draft', 1, '[]', '[]')",
    "INSERT INTO posts (id, key, campaign_id, label, slug, story_id, anchor, offset_days, time, misfire, misfire_window) VALUES ('p', 'c/day', 'c', '当天', 'day', 's', 'start', -3, '09:30', 'ask', 60)",
    "INSERT INTO posts_channels (\"order\", parent_id, value) VALUES (1, 'p', 'wechat'), (2, 'p', 'press')",
  ])
    await db.client.execute(statement);

  await db.migrate();

  const post = await payload.findByID({ collection: 'posts', id: 'p', depth: 0 });
  expect(post).toMatchObject({
    story: 's',
    campaign: 'c',
    channels: ['wechat', 'press'],
    offsetDays: -3,
    time: '09:30',
    misfire: 'ask',
  });
  const campaign = await payload.findByID({ collection: 'campaigns', id: 'c', depth: 0 });
  expect(campaign).toMatchObject({ title: '活动', state: 'confirmed', tasks: [] });
  expect(
    (await payload.find({ collection: 'stories', where: { searchText: { like: '稿件' } }, depth: 0, joins: false }))
      .totalDocs,
  ).toBe(1);
  expect((await db.client.execute('PRAGMA foreign_key_check')).rows).toEqual([]);
});
