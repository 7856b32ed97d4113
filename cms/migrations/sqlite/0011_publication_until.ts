import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`publications\` ADD \`until\` text;`)
  await db.run(sql`CREATE INDEX \`publications_until_idx\` ON \`publications\` (\`until\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`publications_until_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`until\`;`)
}
