import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`daily_posts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`story_id\` text NOT NULL,
  	\`channels\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`misfire\` text NOT NULL,
  	\`misfire_window\` numeric NOT NULL,
  	\`festive\` integer,
  	\`wording\` text NOT NULL,
  	\`words\` text,
  	\`writers\` text NOT NULL,
  	\`confirmed\` text,
  	\`declined\` text,
  	\`cancelled\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`story_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`daily_posts_key_idx\` ON \`daily_posts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`daily_posts_story_idx\` ON \`daily_posts\` (\`story_id\`);`)
  await db.run(sql`CREATE INDEX \`daily_posts_at_idx\` ON \`daily_posts\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`daily_posts_state_idx\` ON \`daily_posts\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`daily_posts_updated_at_idx\` ON \`daily_posts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`daily_posts_created_at_idx\` ON \`daily_posts\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`daily_posts\`;`)
}
