import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`stories\` ADD \`embargo\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_embargo\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`embargo\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_embargo\`;`)
}
