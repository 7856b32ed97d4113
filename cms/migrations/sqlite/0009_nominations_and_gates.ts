import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`nominations_rechecks\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`on\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`source\` text NOT NULL,
  	\`result\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`nominations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`nominations_rechecks_order_idx\` ON \`nominations_rechecks\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`nominations_rechecks_parent_id_idx\` ON \`nominations_rechecks\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`nominations_notice_objections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`on\` text NOT NULL,
  	\`what\` text,
  	\`verdict\` text DEFAULT 'open' NOT NULL,
  	\`answer\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`nominations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`nominations_notice_objections_order_idx\` ON \`nominations_notice_objections\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`nominations_notice_objections_parent_id_idx\` ON \`nominations_notice_objections\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`nominations\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`subject\` text DEFAULT 'person' NOT NULL,
  	\`category\` text,
  	\`place\` text,
  	\`recommended_by\` text,
  	\`deed\` text,
  	\`consent_by\` text,
  	\`consent_on\` text,
  	\`consent_paper_id\` text,
  	\`consent_paper_sha256\` text,
  	\`consent_purged_on\` text,
  	\`notice_where\` text,
  	\`notice_from\` text,
  	\`notice_to\` text,
  	\`revocation_body\` text,
  	\`revocation_doc_no\` text,
  	\`revocation_on\` text,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`reason\` text,
  	\`batch_id\` text,
  	\`story_id\` text,
  	\`closed_on\` text,
  	\`hit\` text,
  	\`history\` text DEFAULT '[]' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`consent_paper_id\`) REFERENCES \`papers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`batch_id\`) REFERENCES \`batches\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`story_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`nominations_consent_consent_paper_idx\` ON \`nominations\` (\`consent_paper_id\`);`)
  await db.run(sql`CREATE INDEX \`nominations_state_idx\` ON \`nominations\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`nominations_batch_idx\` ON \`nominations\` (\`batch_id\`);`)
  await db.run(sql`CREATE INDEX \`nominations_story_idx\` ON \`nominations\` (\`story_id\`);`)
  await db.run(sql`CREATE INDEX \`nominations_updated_at_idx\` ON \`nominations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`nominations_created_at_idx\` ON \`nominations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`batches\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`batch_date\` text,
  	\`awarding_body\` text,
  	\`doc_no\` text,
  	\`released_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`batches_name_idx\` ON \`batches\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`batches_updated_at_idx\` ON \`batches\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`batches_created_at_idx\` ON \`batches\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`papers\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`sha256\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`papers_updated_at_idx\` ON \`papers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`papers_created_at_idx\` ON \`papers\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`papers_filename_idx\` ON \`papers\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`lexicons\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`slug\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`group\` text DEFAULT 'wording' NOT NULL,
  	\`edition\` text NOT NULL,
  	\`owner\` text NOT NULL,
  	\`source\` text NOT NULL,
  	\`confidence\` numeric DEFAULT 0.9 NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`entries\` text DEFAULT '[]' NOT NULL,
  	\`starter\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`lexicons_slug_idx\` ON \`lexicons\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`lexicons_updated_at_idx\` ON \`lexicons\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`lexicons_created_at_idx\` ON \`lexicons\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`_lexicons_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_slug\` text NOT NULL,
  	\`version_title\` text NOT NULL,
  	\`version_group\` text DEFAULT 'wording' NOT NULL,
  	\`version_edition\` text NOT NULL,
  	\`version_owner\` text NOT NULL,
  	\`version_source\` text NOT NULL,
  	\`version_confidence\` numeric DEFAULT 0.9 NOT NULL,
  	\`version_active\` integer DEFAULT true,
  	\`version_entries\` text DEFAULT '[]' NOT NULL,
  	\`version_starter\` integer DEFAULT false,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`lexicons\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_lexicons_v_parent_idx\` ON \`_lexicons_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_lexicons_v_version_version_slug_idx\` ON \`_lexicons_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_lexicons_v_version_version_updated_at_idx\` ON \`_lexicons_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_lexicons_v_version_version_created_at_idx\` ON \`_lexicons_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_lexicons_v_created_at_idx\` ON \`_lexicons_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_lexicons_v_updated_at_idx\` ON \`_lexicons_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`check_memory\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`mark\` text NOT NULL,
  	\`rule\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`mend\` text,
  	\`scope\` text NOT NULL,
  	\`story\` text,
  	\`edition\` text,
  	\`reason\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_id\` text,
  	\`at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`check_memory_key_idx\` ON \`check_memory\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`check_memory_mark_idx\` ON \`check_memory\` (\`mark\`);`)
  await db.run(sql`CREATE INDEX \`check_memory_story_idx\` ON \`check_memory\` (\`story\`);`)
  await db.run(sql`CREATE INDEX \`check_memory_updated_at_idx\` ON \`check_memory\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`check_memory_created_at_idx\` ON \`check_memory\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`check_runs\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`finished_at\` text,
  	\`checked\` numeric,
  	\`blocked\` numeric,
  	\`warned\` numeric,
  	\`lexicons\` text,
  	\`findings\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`check_runs_key_idx\` ON \`check_runs\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`check_runs_kind_idx\` ON \`check_runs\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`check_runs_updated_at_idx\` ON \`check_runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`check_runs_created_at_idx\` ON \`check_runs\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`role_model_consent_until\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_named\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_subject\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_record\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_basis_doc\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_basis_article\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_catalog_item\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_catalog_edition\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_authority\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_record_id\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_record_url\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_fetched_on\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_doc_no\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_doc_date\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_tier\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_period_end\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_pia_no\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_pia_by\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_pia_on\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_proof_objection\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_evidence\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_checker\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`disclosure_checked_on\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`reprint\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`used_ai\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`original_title\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`origin_path\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`origin_published_on\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`origin_file_hash\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`origin_written_hash\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`origin_notes\` text;`)
  await db.run(sql`CREATE INDEX \`stories_origin_origin_path_idx\` ON \`stories\` (\`origin_path\`);`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_role_model_consent_until\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_named\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_subject\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_record\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_basis_doc\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_basis_article\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_catalog_item\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_catalog_edition\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_authority\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_record_id\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_record_url\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_fetched_on\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_doc_no\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_doc_date\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_tier\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_period_end\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_pia_no\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_pia_by\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_pia_on\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_proof_objection\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_evidence\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_checker\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_disclosure_checked_on\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_reprint\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_used_ai\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_original_title\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_origin_path\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_origin_published_on\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_origin_file_hash\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_origin_written_hash\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_origin_notes\` text;`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_origin_version_origin_path_idx\` ON \`_stories_v\` (\`version_origin_path\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`nominations_id\` text REFERENCES nominations(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`batches_id\` text REFERENCES batches(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`lexicons_id\` text REFERENCES lexicons(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_nominations_id_idx\` ON \`payload_locked_documents_rels\` (\`nominations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_batches_id_idx\` ON \`payload_locked_documents_rels\` (\`batches_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_lexicons_id_idx\` ON \`payload_locked_documents_rels\` (\`lexicons_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`nominations_rechecks\`;`)
  await db.run(sql`DROP TABLE \`nominations_notice_objections\`;`)
  await db.run(sql`DROP TABLE \`nominations\`;`)
  await db.run(sql`DROP TABLE \`batches\`;`)
  await db.run(sql`DROP TABLE \`papers\`;`)
  await db.run(sql`DROP TABLE \`lexicons\`;`)
  await db.run(sql`DROP TABLE \`_lexicons_v\`;`)
  await db.run(sql`DROP TABLE \`check_memory\`;`)
  await db.run(sql`DROP TABLE \`check_runs\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
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
  	\`delegations_id\` text,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`stories_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`columns_id\`) REFERENCES \`columns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`campaigns_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`posts_id\`) REFERENCES \`posts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`occasion_notices_id\`) REFERENCES \`occasion_notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`delegations_id\`) REFERENCES \`delegations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "stories_id", "media_id", "columns_id", "campaigns_id", "posts_id", "occasion_notices_id", "delegations_id", "users_id") SELECT "id", "order", "parent_id", "path", "stories_id", "media_id", "columns_id", "campaigns_id", "posts_id", "occasion_notices_id", "delegations_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_stories_id_idx\` ON \`payload_locked_documents_rels\` (\`stories_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_columns_id_idx\` ON \`payload_locked_documents_rels\` (\`columns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_campaigns_id_idx\` ON \`payload_locked_documents_rels\` (\`campaigns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_posts_id_idx\` ON \`payload_locked_documents_rels\` (\`posts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_occasion_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`occasion_notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_delegations_id_idx\` ON \`payload_locked_documents_rels\` (\`delegations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`DROP INDEX \`stories_origin_origin_path_idx\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`role_model_consent_until\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_named\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_subject\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_record\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_basis_doc\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_basis_article\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_catalog_item\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_catalog_edition\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_authority\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_record_id\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_record_url\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_fetched_on\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_doc_no\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_doc_date\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_tier\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_period_end\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_pia_no\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_pia_by\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_pia_on\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_proof_objection\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_evidence\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_checker\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`disclosure_checked_on\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`reprint\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`used_ai\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`original_title\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`origin_path\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`origin_published_on\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`origin_file_hash\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`origin_written_hash\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`origin_notes\`;`)
  await db.run(sql`DROP INDEX \`_stories_v_version_origin_version_origin_path_idx\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_role_model_consent_until\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_named\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_subject\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_record\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_basis_doc\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_basis_article\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_catalog_item\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_catalog_edition\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_authority\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_record_id\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_record_url\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_fetched_on\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_doc_no\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_doc_date\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_tier\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_period_end\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_pia_no\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_pia_by\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_pia_on\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_proof_objection\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_evidence\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_checker\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_disclosure_checked_on\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_reprint\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_used_ai\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_original_title\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_origin_path\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_origin_published_on\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_origin_file_hash\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_origin_written_hash\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_origin_notes\`;`)
}
