import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`channel_pauses\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`channel\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`paused_by\` text NOT NULL,
  	\`paused_at\` text NOT NULL,
  	\`resumed_by\` text,
  	\`resumed_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`channel_pauses_key_idx\` ON \`channel_pauses\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`channel_pauses_channel_idx\` ON \`channel_pauses\` (\`channel\`);`)
  await db.run(sql`CREATE INDEX \`channel_pauses_updated_at_idx\` ON \`channel_pauses\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`channel_pauses_created_at_idx\` ON \`channel_pauses\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`posts\` ADD \`moves\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`channel_pauses\`;`)
  await db.run(sql`ALTER TABLE \`posts\` DROP COLUMN \`moves\`;`)
}
