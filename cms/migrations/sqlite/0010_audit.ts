import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`audit\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`said\` text NOT NULL,
  	\`phase\` text NOT NULL,
  	\`intent\` numeric,
  	\`actor_id\` text,
  	\`actor_name\` text NOT NULL,
  	\`actor_roles\` text,
  	\`ip\` text,
  	\`agent\` text,
  	\`api\` text,
  	\`act\` text NOT NULL,
  	\`target\` text,
  	\`row_id\` text,
  	\`title\` text,
  	\`reason\` text,
  	\`changes\` text,
  	\`prev\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`seal\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_seq_idx\` ON \`audit\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`audit_at_idx\` ON \`audit\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`audit_intent_idx\` ON \`audit\` (\`intent\`);`)
  await db.run(sql`CREATE INDEX \`audit_actor_id_idx\` ON \`audit\` (\`actor_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_act_idx\` ON \`audit\` (\`act\`);`)
  await db.run(sql`CREATE INDEX \`audit_target_idx\` ON \`audit\` (\`target\`);`)
  await db.run(sql`CREATE INDEX \`audit_row_id_idx\` ON \`audit\` (\`row_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`audit\`;`)
}
