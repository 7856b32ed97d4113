import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`comments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`story\` text NOT NULL,
  	\`paragraph\` numeric,
  	\`quote\` text,
  	\`text\` text NOT NULL,
  	\`must\` integer DEFAULT false NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`resolved_by\` text,
  	\`resolved_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_story_idx\` ON \`comments\` (\`story\`);`)
  await db.run(sql`CREATE INDEX \`comments_updated_at_idx\` ON \`comments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`comments_created_at_idx\` ON \`comments\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`review_snapshots\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`story\` text NOT NULL,
  	\`snapshot\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`review_snapshots_key_idx\` ON \`review_snapshots\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`review_snapshots_story_idx\` ON \`review_snapshots\` (\`story\`);`)
  await db.run(sql`CREATE INDEX \`review_snapshots_updated_at_idx\` ON \`review_snapshots\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`review_snapshots_created_at_idx\` ON \`review_snapshots\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`delegations\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`user_id\` text,
  	\`delegate_id\` text,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`delegate_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`delegations_user_idx\` ON \`delegations\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`delegations_delegate_idx\` ON \`delegations\` (\`delegate_id\`);`)
  await db.run(sql`CREATE INDEX \`delegations_updated_at_idx\` ON \`delegations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`delegations_created_at_idx\` ON \`delegations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`desk\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`small_office\` integer DEFAULT false,
  	\`small_office_basis\` text,
  	\`hours_first\` numeric,
  	\`hours_second\` numeric,
  	\`hours_final\` numeric,
  	\`hours_secrecy\` numeric,
  	\`urgent_hours\` numeric,
  	\`unsign_hours\` numeric,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`assignee_id\` text REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`stories_assignee_idx\` ON \`stories\` (\`assignee_id\`);`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_assignee_id\` text REFERENCES users(id);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_version_assignee_idx\` ON \`_stories_v\` (\`version_assignee_id\`);`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`review_mode\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`delegations_id\` text REFERENCES delegations(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_delegations_id_idx\` ON \`payload_locked_documents_rels\` (\`delegations_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`comments\`;`)
  await db.run(sql`DROP TABLE \`review_snapshots\`;`)
  await db.run(sql`DROP TABLE \`delegations\`;`)
  await db.run(sql`DROP TABLE \`desk\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_stories\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`column_id\` text,
  	\`category4\` text,
  	\`summary\` text,
  	\`body\` text,
  	\`cover_id\` text,
  	\`role_model_name\` text,
  	\`role_model_category\` text,
  	\`role_model_batch\` text,
  	\`role_model_batch_date\` text,
  	\`role_model_place\` text,
  	\`role_model_recommended_by\` text,
  	\`role_model_publicity\` text,
  	\`role_model_consent\` text,
  	\`role_model_recheck\` text,
  	\`case_steps_what\` text,
  	\`case_steps_rule_law\` text,
  	\`case_steps_rule_article\` text,
  	\`case_steps_rule_text\` text,
  	\`case_steps_rule_url\` text,
  	\`lesson_stage\` text,
  	\`lesson_theme\` text,
  	\`lesson_subject\` text,
  	\`lesson_duration\` numeric,
  	\`lesson_licence\` text,
  	\`lesson_licence_url\` text,
  	\`source\` text,
  	\`source_url\` text,
  	\`author_name\` text,
  	\`embargo\` text,
  	\`stage\` text DEFAULT 'draft' NOT NULL,
  	\`created_by_id\` text,
  	\`round\` numeric DEFAULT 1 NOT NULL,
  	\`reviews\` text DEFAULT '[]' NOT NULL,
  	\`editors\` text DEFAULT '[]' NOT NULL,
  	\`content_hash\` text,
  	\`search_text\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`column_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`cover_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_stories\`("id", "title", "kind", "column_id", "category4", "summary", "body", "cover_id", "role_model_name", "role_model_category", "role_model_batch", "role_model_batch_date", "role_model_place", "role_model_recommended_by", "role_model_publicity", "role_model_consent", "role_model_recheck", "case_steps_what", "case_steps_rule_law", "case_steps_rule_article", "case_steps_rule_text", "case_steps_rule_url", "lesson_stage", "lesson_theme", "lesson_subject", "lesson_duration", "lesson_licence", "lesson_licence_url", "source", "source_url", "author_name", "embargo", "stage", "created_by_id", "round", "reviews", "editors", "content_hash", "search_text", "updated_at", "created_at", "deleted_at") SELECT "id", "title", "kind", "column_id", "category4", "summary", "body", "cover_id", "role_model_name", "role_model_category", "role_model_batch", "role_model_batch_date", "role_model_place", "role_model_recommended_by", "role_model_publicity", "role_model_consent", "role_model_recheck", "case_steps_what", "case_steps_rule_law", "case_steps_rule_article", "case_steps_rule_text", "case_steps_rule_url", "lesson_stage", "lesson_theme", "lesson_subject", "lesson_duration", "lesson_licence", "lesson_licence_url", "source", "source_url", "author_name", "embargo", "stage", "created_by_id", "round", "reviews", "editors", "content_hash", "search_text", "updated_at", "created_at", "deleted_at" FROM \`stories\`;`)
  await db.run(sql`DROP TABLE \`stories\`;`)
  await db.run(sql`ALTER TABLE \`__new_stories\` RENAME TO \`stories\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`stories_kind_idx\` ON \`stories\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`stories_column_idx\` ON \`stories\` (\`column_id\`);`)
  await db.run(sql`CREATE INDEX \`stories_cover_idx\` ON \`stories\` (\`cover_id\`);`)
  await db.run(sql`CREATE INDEX \`stories_stage_idx\` ON \`stories\` (\`stage\`);`)
  await db.run(sql`CREATE INDEX \`stories_created_by_idx\` ON \`stories\` (\`created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`stories_updated_at_idx\` ON \`stories\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`stories_created_at_idx\` ON \`stories\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`stories_deleted_at_idx\` ON \`stories\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`__new__stories_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_title\` text NOT NULL,
  	\`version_kind\` text NOT NULL,
  	\`version_column_id\` text,
  	\`version_category4\` text,
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_cover_id\` text,
  	\`version_role_model_name\` text,
  	\`version_role_model_category\` text,
  	\`version_role_model_batch\` text,
  	\`version_role_model_batch_date\` text,
  	\`version_role_model_place\` text,
  	\`version_role_model_recommended_by\` text,
  	\`version_role_model_publicity\` text,
  	\`version_role_model_consent\` text,
  	\`version_role_model_recheck\` text,
  	\`version_case_steps_what\` text,
  	\`version_case_steps_rule_law\` text,
  	\`version_case_steps_rule_article\` text,
  	\`version_case_steps_rule_text\` text,
  	\`version_case_steps_rule_url\` text,
  	\`version_lesson_stage\` text,
  	\`version_lesson_theme\` text,
  	\`version_lesson_subject\` text,
  	\`version_lesson_duration\` numeric,
  	\`version_lesson_licence\` text,
  	\`version_lesson_licence_url\` text,
  	\`version_source\` text,
  	\`version_source_url\` text,
  	\`version_author_name\` text,
  	\`version_embargo\` text,
  	\`version_stage\` text DEFAULT 'draft' NOT NULL,
  	\`version_created_by_id\` text,
  	\`version_round\` numeric DEFAULT 1 NOT NULL,
  	\`version_reviews\` text DEFAULT '[]' NOT NULL,
  	\`version_editors\` text DEFAULT '[]' NOT NULL,
  	\`version_content_hash\` text,
  	\`version_search_text\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_column_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_cover_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_created_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new__stories_v\`("id", "parent_id", "version_title", "version_kind", "version_column_id", "version_category4", "version_summary", "version_body", "version_cover_id", "version_role_model_name", "version_role_model_category", "version_role_model_batch", "version_role_model_batch_date", "version_role_model_place", "version_role_model_recommended_by", "version_role_model_publicity", "version_role_model_consent", "version_role_model_recheck", "version_case_steps_what", "version_case_steps_rule_law", "version_case_steps_rule_article", "version_case_steps_rule_text", "version_case_steps_rule_url", "version_lesson_stage", "version_lesson_theme", "version_lesson_subject", "version_lesson_duration", "version_lesson_licence", "version_lesson_licence_url", "version_source", "version_source_url", "version_author_name", "version_embargo", "version_stage", "version_created_by_id", "version_round", "version_reviews", "version_editors", "version_content_hash", "version_search_text", "version_updated_at", "version_created_at", "version_deleted_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_title", "version_kind", "version_column_id", "version_category4", "version_summary", "version_body", "version_cover_id", "version_role_model_name", "version_role_model_category", "version_role_model_batch", "version_role_model_batch_date", "version_role_model_place", "version_role_model_recommended_by", "version_role_model_publicity", "version_role_model_consent", "version_role_model_recheck", "version_case_steps_what", "version_case_steps_rule_law", "version_case_steps_rule_article", "version_case_steps_rule_text", "version_case_steps_rule_url", "version_lesson_stage", "version_lesson_theme", "version_lesson_subject", "version_lesson_duration", "version_lesson_licence", "version_lesson_licence_url", "version_source", "version_source_url", "version_author_name", "version_embargo", "version_stage", "version_created_by_id", "version_round", "version_reviews", "version_editors", "version_content_hash", "version_search_text", "version_updated_at", "version_created_at", "version_deleted_at", "created_at", "updated_at" FROM \`_stories_v\`;`)
  await db.run(sql`DROP TABLE \`_stories_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__stories_v\` RENAME TO \`_stories_v\`;`)
  await db.run(sql`CREATE INDEX \`_stories_v_parent_idx\` ON \`_stories_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_version_kind_idx\` ON \`_stories_v\` (\`version_kind\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_version_column_idx\` ON \`_stories_v\` (\`version_column_id\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_version_cover_idx\` ON \`_stories_v\` (\`version_cover_id\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_version_stage_idx\` ON \`_stories_v\` (\`version_stage\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_version_created_by_idx\` ON \`_stories_v\` (\`version_created_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_version_updated_at_idx\` ON \`_stories_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_version_created_at_idx\` ON \`_stories_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_version_deleted_at_idx\` ON \`_stories_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_created_at_idx\` ON \`_stories_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_updated_at_idx\` ON \`_stories_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`stories_id\` text,
  	\`media_id\` text,
  	\`columns_id\` text,
  	\`campaigns_id\` text,
  	\`posts_id\` text,
  	\`occasion_notices_id\` text,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`stories_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`columns_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`campaigns_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`posts_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`occasion_notices_id\`) REFERENCES \`occasion_notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "stories_id", "media_id", "columns_id", "campaigns_id", "posts_id", "occasion_notices_id", "users_id") SELECT "id", "order", "parent_id", "path", "stories_id", "media_id", "columns_id", "campaigns_id", "posts_id", "occasion_notices_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_stories_id_idx\` ON \`payload_locked_documents_rels\` (\`stories_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_columns_id_idx\` ON \`payload_locked_documents_rels\` (\`columns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_campaigns_id_idx\` ON \`payload_locked_documents_rels\` (\`campaigns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_posts_id_idx\` ON \`payload_locked_documents_rels\` (\`posts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_occasion_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`occasion_notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`review_mode\`;`)
}
