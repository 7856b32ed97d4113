import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`campaigns_tasks\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`offset_days\` numeric DEFAULT -10 NOT NULL,
  	\`unit\` text,
  	\`owner\` text,
  	\`done_on\` text,
  	\`done_by\` text,
  	\`evidence\` text,
  	\`evidence_url\` text,
  	\`evidence_file_id\` text,
  	FOREIGN KEY (\`evidence_file_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_tasks_order_idx\` ON \`campaigns_tasks\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_tasks_parent_id_idx\` ON \`campaigns_tasks\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_tasks_evidence_file_idx\` ON \`campaigns_tasks\` (\`evidence_file_id\`);`)
  await db.run(sql`CREATE TABLE \`campaigns_goals\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`channel\` text NOT NULL,
  	\`posts\` numeric NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_goals_order_idx\` ON \`campaigns_goals\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_goals_parent_id_idx\` ON \`campaigns_goals\` (\`_parent_id\`);`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_posts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`campaign_id\` text NOT NULL,
  	\`label\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`story_id\` text,
  	\`anchor\` text DEFAULT 'start' NOT NULL,
  	\`offset_days\` numeric DEFAULT 0 NOT NULL,
  	\`time\` text DEFAULT '09:00' NOT NULL,
  	\`at\` text,
  	\`misfire\` text DEFAULT 'late' NOT NULL,
  	\`misfire_window\` numeric DEFAULT 180 NOT NULL,
  	\`festive\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`story_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_posts\`("id", "key", "campaign_id", "label", "slug", "story_id", "anchor", "offset_days", "time", "at", "misfire", "misfire_window", "festive", "updated_at", "created_at") SELECT "id", "key", "campaign_id", "label", "slug", "story_id", "anchor", "offset_days", "time", "at", "misfire", "misfire_window", "festive", "updated_at", "created_at" FROM \`posts\`;`)
  await db.run(sql`DROP TABLE \`posts\`;`)
  await db.run(sql`ALTER TABLE \`__new_posts\` RENAME TO \`posts\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`posts_key_idx\` ON \`posts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`posts_campaign_idx\` ON \`posts\` (\`campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_slug_idx\` ON \`posts\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`posts_story_idx\` ON \`posts\` (\`story_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_updated_at_idx\` ON \`posts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_created_at_idx\` ON \`posts\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`lead_unit\` text;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`purpose\` text;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`material_goal\` numeric;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`material_count\` numeric;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`remarks\` text;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`outcome\` text;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`origin\` text;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`proposed_for\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`campaigns_tasks\`;`)
  await db.run(sql`DROP TABLE \`campaigns_goals\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_posts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`campaign_id\` text NOT NULL,
  	\`label\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`story_id\` text NOT NULL,
  	\`anchor\` text DEFAULT 'start' NOT NULL,
  	\`offset_days\` numeric DEFAULT 0 NOT NULL,
  	\`time\` text DEFAULT '09:00' NOT NULL,
  	\`at\` text,
  	\`misfire\` text DEFAULT 'late' NOT NULL,
  	\`misfire_window\` numeric DEFAULT 180 NOT NULL,
  	\`festive\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`story_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_posts\`("id", "key", "campaign_id", "label", "slug", "story_id", "anchor", "offset_days", "time", "at", "misfire", "misfire_window", "festive", "updated_at", "created_at") SELECT "id", "key", "campaign_id", "label", "slug", "story_id", "anchor", "offset_days", "time", "at", "misfire", "misfire_window", "festive", "updated_at", "created_at" FROM \`posts\`;`)
  await db.run(sql`DROP TABLE \`posts\`;`)
  await db.run(sql`ALTER TABLE \`__new_posts\` RENAME TO \`posts\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`posts_key_idx\` ON \`posts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`posts_campaign_idx\` ON \`posts\` (\`campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_slug_idx\` ON \`posts\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`posts_story_idx\` ON \`posts\` (\`story_id\`);`)
  await db.run(sql`CREATE INDEX \`posts_updated_at_idx\` ON \`posts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`posts_created_at_idx\` ON \`posts\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`campaigns\` DROP COLUMN \`lead_unit\`;`)
  await db.run(sql`ALTER TABLE \`campaigns\` DROP COLUMN \`purpose\`;`)
  await db.run(sql`ALTER TABLE \`campaigns\` DROP COLUMN \`material_goal\`;`)
  await db.run(sql`ALTER TABLE \`campaigns\` DROP COLUMN \`material_count\`;`)
  await db.run(sql`ALTER TABLE \`campaigns\` DROP COLUMN \`remarks\`;`)
  await db.run(sql`ALTER TABLE \`campaigns\` DROP COLUMN \`outcome\`;`)
  await db.run(sql`ALTER TABLE \`campaigns\` DROP COLUMN \`origin\`;`)
  await db.run(sql`ALTER TABLE \`campaigns\` DROP COLUMN \`proposed_for\`;`)
}
