import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`columns\` ADD \`refused\` text;`)
  await db.run(sql`ALTER TABLE \`withdrawals\` ADD \`refused\` text;`)
  await db.run(sql`ALTER TABLE \`corrections\` ADD \`writers\` text;`)
  await db.run(sql`ALTER TABLE \`corrections\` ADD \`refused\` text;`)
  await db.run(sql`ALTER TABLE \`public_texts\` ADD \`reason\` text;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`writers\` text;`)
  await db.run(sql`ALTER TABLE \`campaigns\` ADD \`refused\` text;`)
  await db.run(sql`ALTER TABLE \`posts\` ADD \`writers\` text;`)
  await db.run(sql`ALTER TABLE \`posts\` ADD \`refused\` text;`)
  await db.run(sql`ALTER TABLE \`occasion_notices\` ADD \`refused\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`columns\` DROP COLUMN \`refused\`;`)
  await db.run(sql`ALTER TABLE \`withdrawals\` DROP COLUMN \`refused\`;`)
  await db.run(sql`ALTER TABLE \`corrections\` DROP COLUMN \`writers\`;`)
  await db.run(sql`ALTER TABLE \`corrections\` DROP COLUMN \`refused\`;`)
  await db.run(sql`ALTER TABLE \`public_texts\` DROP COLUMN \`reason\`;`)
  await db.run(sql`ALTER TABLE \`campaigns\` DROP COLUMN \`writers\`;`)
  await db.run(sql`ALTER TABLE \`campaigns\` DROP COLUMN \`refused\`;`)
  await db.run(sql`ALTER TABLE \`posts\` DROP COLUMN \`writers\`;`)
  await db.run(sql`ALTER TABLE \`posts\` DROP COLUMN \`refused\`;`)
  await db.run(sql`ALTER TABLE \`occasion_notices\` DROP COLUMN \`refused\`;`)
}
