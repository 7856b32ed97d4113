import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`sign_ins\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`started_at\` text NOT NULL,
  	\`seen_at\` text NOT NULL,
  	\`address\` text,
  	\`device\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`sign_ins_key_idx\` ON \`sign_ins\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`sign_ins_person_idx\` ON \`sign_ins\` (\`person\`);`)
  await db.run(sql`CREATE TABLE \`second_factors\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`secret\` text NOT NULL,
  	\`confirmed_at\` text,
  	\`last_step\` numeric DEFAULT 0 NOT NULL,
  	\`recovery\` text,
  	\`turn\` numeric DEFAULT 0 NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`second_factors_person_idx\` ON \`second_factors\` (\`person\`);`)
  await db.run(sql`CREATE TABLE \`sign_in_tries\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`subject\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`sign_in_tries_subject_idx\` ON \`sign_in_tries\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`sign_in_tries_at_idx\` ON \`sign_in_tries\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`login_rules_second_factor_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`login_rules\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`login_rules_second_factor_roles_order_idx\` ON \`login_rules_second_factor_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`login_rules_second_factor_roles_parent_idx\` ON \`login_rules_second_factor_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`login_rules\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`ALTER TABLE \`users\` ADD \`must_change_password\` integer DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`sign_ins\`;`)
  await db.run(sql`DROP TABLE \`second_factors\`;`)
  await db.run(sql`DROP TABLE \`sign_in_tries\`;`)
  await db.run(sql`DROP TABLE \`login_rules_second_factor_roles\`;`)
  await db.run(sql`DROP TABLE \`login_rules\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`must_change_password\`;`)
}
