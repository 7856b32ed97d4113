import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`media\` ADD \`shows\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`portrait_ground\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`portrait_paper\` text;`)
  await db.run(sql`ALTER TABLE \`batches\` ADD \`answer_who\` text;`)
  await db.run(sql`ALTER TABLE \`batches\` ADD \`answer_tone\` text;`)
  await db.run(sql`ALTER TABLE \`batches\` ADD \`answer_minor\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`batches\` ADD \`answer_sealed\` integer DEFAULT false;`)
  await db.run(sql`CREATE INDEX \`stories_reprint_idx\` ON \`stories\` (\`reprint\`);`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_version_reprint_idx\` ON \`_stories_v\` (\`version_reprint\`);`)
  await db.run(sql`CREATE INDEX \`state_until_idx\` ON \`publications\` (\`state\`,\`until\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`stories_reprint_idx\`;`)
  await db.run(sql`DROP INDEX \`_stories_v_version_version_reprint_idx\`;`)
  await db.run(sql`DROP INDEX \`state_until_idx\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`shows\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`portrait_ground\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`portrait_paper\`;`)
  await db.run(sql`ALTER TABLE \`batches\` DROP COLUMN \`answer_who\`;`)
  await db.run(sql`ALTER TABLE \`batches\` DROP COLUMN \`answer_tone\`;`)
  await db.run(sql`ALTER TABLE \`batches\` DROP COLUMN \`answer_minor\`;`)
  await db.run(sql`ALTER TABLE \`batches\` DROP COLUMN \`answer_sealed\`;`)
}
