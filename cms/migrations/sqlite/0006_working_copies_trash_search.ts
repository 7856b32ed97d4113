import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'
import { searchTextOf, withSerial } from '../../rich-text/search-text.ts';

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`working_copies\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`content\` text NOT NULL,
  	\`kept_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`working_copies_key_idx\` ON \`working_copies\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`working_copies_kept_at_idx\` ON \`working_copies\` (\`kept_at\`);`)
  await db.run(sql`CREATE INDEX \`working_copies_updated_at_idx\` ON \`working_copies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`working_copies_created_at_idx\` ON \`working_copies\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`search_text\` text;`)
  await db.run(sql`ALTER TABLE \`stories\` ADD \`deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`stories_deleted_at_idx\` ON \`stories\` (\`deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_search_text\` text;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` ADD \`version_deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`_stories_v_version_version_deleted_at_idx\` ON \`_stories_v\` (\`version_deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`media_deleted_at_idx\` ON \`media\` (\`deleted_at\`);`)
  // Stories that were there before can be searched as well.
  const rows = await db.all<Record<string, string | number | null>>(sql`SELECT s.id, s.title, s.summary, s.author_name, s.source, s.body, s.role_model_name, s.role_model_place, p.serial FROM stories s LEFT JOIN publications p ON p.story_id = s.id`);
  for (const { id, body, serial, ...row } of rows) {
    const text = searchTextOf({
      title: row.title, summary: row.summary, authorName: row.author_name, source: row.source,
      body: typeof body === 'string' ? JSON.parse(body) : null,
    }, [row.role_model_name, row.role_model_place]);
    await db.run(sql`UPDATE stories SET search_text = ${serial === null || serial === undefined ? text : withSerial(text, Number(serial))} WHERE id = ${id}`);
  }
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`working_copies\`;`)
  await db.run(sql`DROP INDEX \`stories_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`search_text\`;`)
  await db.run(sql`ALTER TABLE \`stories\` DROP COLUMN \`deleted_at\`;`)
  await db.run(sql`DROP INDEX \`_stories_v_version_version_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_search_text\`;`)
  await db.run(sql`ALTER TABLE \`_stories_v\` DROP COLUMN \`version_deleted_at\`;`)
  await db.run(sql`DROP INDEX \`media_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`deleted_at\`;`)
}
