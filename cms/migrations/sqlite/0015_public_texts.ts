import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`public_texts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`row\` text NOT NULL,
  	\`words\` text NOT NULL,
  	\`version\` text NOT NULL,
  	\`pages\` text,
  	\`proposed_by\` text,
  	\`agreed_by\` text,
  	\`agreed_by_id\` text,
  	\`agreed_at\` text NOT NULL,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`public_texts_key_idx\` ON \`public_texts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`public_texts_subject_idx\` ON \`public_texts\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`public_texts_updated_at_idx\` ON \`public_texts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`public_texts_created_at_idx\` ON \`public_texts\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`columns\` ADD \`writers\` text;`)
  await db.run(sql`ALTER TABLE \`withdrawals\` ADD \`writers\` text;`)
  await db.run(sql`ALTER TABLE \`occasion_notices\` ADD \`writers\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`public_texts\`;`)
  await db.run(sql`ALTER TABLE \`columns\` DROP COLUMN \`writers\`;`)
  await db.run(sql`ALTER TABLE \`withdrawals\` DROP COLUMN \`writers\`;`)
  await db.run(sql`ALTER TABLE \`occasion_notices\` DROP COLUMN \`writers\`;`)
}
