import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`front_pages_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`story_id\` text NOT NULL,
  	\`place\` text DEFAULT '置顶' NOT NULL,
  	\`quiet\` text DEFAULT '静默日不显示' NOT NULL,
  	\`until_at\` text,
  	\`serial\` numeric,
  	\`title\` text,
  	\`until\` text,
  	FOREIGN KEY (\`story_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`front_pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`front_pages_items_order_idx\` ON \`front_pages_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`front_pages_items_parent_id_idx\` ON \`front_pages_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`front_pages_items_story_idx\` ON \`front_pages_items\` (\`story_id\`);`)
  await db.run(sql`CREATE TABLE \`front_pages\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text DEFAULT '首页编排' NOT NULL,
  	\`writers\` text,
  	\`refused\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`front_pages_name_idx\` ON \`front_pages\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`front_pages_updated_at_idx\` ON \`front_pages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`front_pages_created_at_idx\` ON \`front_pages\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_front_pages_v_version_items\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`story_id\` text NOT NULL,
  	\`place\` text DEFAULT '置顶' NOT NULL,
  	\`quiet\` text DEFAULT '静默日不显示' NOT NULL,
  	\`until_at\` text,
  	\`serial\` numeric,
  	\`title\` text,
  	\`until\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`story_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_front_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_front_pages_v_version_items_order_idx\` ON \`_front_pages_v_version_items\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_front_pages_v_version_items_parent_id_idx\` ON \`_front_pages_v_version_items\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_front_pages_v_version_items_story_idx\` ON \`_front_pages_v_version_items\` (\`story_id\`);`)
  await db.run(sql`CREATE TABLE \`_front_pages_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_name\` text DEFAULT '首页编排' NOT NULL,
  	\`version_writers\` text,
  	\`version_refused\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`front_pages\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_front_pages_v_parent_idx\` ON \`_front_pages_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_front_pages_v_version_version_name_idx\` ON \`_front_pages_v\` (\`version_name\`);`)
  await db.run(sql`CREATE INDEX \`_front_pages_v_version_version_updated_at_idx\` ON \`_front_pages_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_front_pages_v_version_version_created_at_idx\` ON \`_front_pages_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_front_pages_v_created_at_idx\` ON \`_front_pages_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_front_pages_v_updated_at_idx\` ON \`_front_pages_v\` (\`updated_at\`);`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`show_from\` text;`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`show_until\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`show_from\` text;`)
  await db.run(sql`CREATE INDEX \`publications_show_from_idx\` ON \`publications\` (\`show_from\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`front_pages_id\` text REFERENCES front_pages(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_front_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`front_pages_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`front_pages_items\`;`)
  await db.run(sql`DROP TABLE \`front_pages\`;`)
  await db.run(sql`DROP TABLE \`_front_pages_v_version_items\`;`)
  await db.run(sql`DROP TABLE \`_front_pages_v\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`stories_id\` text,
  	\`media_id\` text,
  	\`columns_id\` text,
  	\`nominations_id\` text,
  	\`batches_id\` text,
  	\`campaigns_id\` text,
  	\`posts_id\` text,
  	\`occasion_notices_id\` text,
  	\`delegations_id\` text,
  	\`lexicons_id\` text,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`stories_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`columns_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`nominations_id\`) REFERENCES \`nominations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`batches_id\`) REFERENCES \`batches\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`campaigns_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`posts_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`occasion_notices_id\`) REFERENCES \`occasion_notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`delegations_id\`) REFERENCES \`delegations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`lexicons_id\`) REFERENCES \`lexicons\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "stories_id", "media_id", "columns_id", "nominations_id", "batches_id", "campaigns_id", "posts_id", "occasion_notices_id", "delegations_id", "lexicons_id", "users_id") SELECT "id", "order", "parent_id", "path", "stories_id", "media_id", "columns_id", "nominations_id", "batches_id", "campaigns_id", "posts_id", "occasion_notices_id", "delegations_id", "lexicons_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_stories_id_idx\` ON \`payload_locked_documents_rels\` (\`stories_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_columns_id_idx\` ON \`payload_locked_documents_rels\` (\`columns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_nominations_id_idx\` ON \`payload_locked_documents_rels\` (\`nominations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_batches_id_idx\` ON \`payload_locked_documents_rels\` (\`batches_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_campaigns_id_idx\` ON \`payload_locked_documents_rels\` (\`campaigns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_posts_id_idx\` ON \`payload_locked_documents_rels\` (\`posts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_occasion_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`occasion_notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_delegations_id_idx\` ON \`payload_locked_documents_rels\` (\`delegations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_lexicons_id_idx\` ON \`payload_locked_documents_rels\` (\`lexicons_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`DROP INDEX \`publications_show_from_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`show_from\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`show_from\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`show_until\`;`)
}
