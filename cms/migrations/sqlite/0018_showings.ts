import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`releases\` ADD \`show_from\` text;`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`show_until\` text;`)
  await db.run(sql`ALTER TABLE \`publications\` ADD \`show_from\` text;`)
  await db.run(sql`CREATE INDEX \`publications_show_from_idx\` ON \`publications\` (\`show_from\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`publications_show_from_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`show_from\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`show_from\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`show_until\`;`)
}
