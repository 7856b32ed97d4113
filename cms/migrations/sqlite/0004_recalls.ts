import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`corrections\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`story_id\` text NOT NULL,
  	\`release_id\` text NOT NULL,
  	\`wrong\` text NOT NULL,
  	\`right\` text NOT NULL,
  	\`note\` text,
  	\`by\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`story_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`corrections_key_idx\` ON \`corrections\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`corrections_story_idx\` ON \`corrections\` (\`story_id\`);`)
  await db.run(sql`CREATE INDEX \`corrections_release_idx\` ON \`corrections\` (\`release_id\`);`)
  await db.run(sql`CREATE INDEX \`corrections_at_idx\` ON \`corrections\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`corrections_updated_at_idx\` ON \`corrections\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`corrections_created_at_idx\` ON \`corrections\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`channel_events\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`received_at\` text NOT NULL,
  	\`note\` text NOT NULL,
  	\`data\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`channel_events_key_idx\` ON \`channel_events\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`channel_events_subject_idx\` ON \`channel_events\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`channel_events_received_at_idx\` ON \`channel_events\` (\`received_at\`);`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`copies\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`recall\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`recall_order\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`recall_at\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`recall_by\` text;`)
  await db.run(sql`CREATE INDEX \`deliveries_recall_idx\` ON \`deliveries\` (\`recall\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`corrections\`;`)
  await db.run(sql`DROP TABLE \`channel_events\`;`)
  await db.run(sql`DROP INDEX \`deliveries_recall_idx\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`recall\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`recall_order\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`recall_at\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`recall_by\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`copies\`;`)
}
