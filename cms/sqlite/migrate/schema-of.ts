import type { DatabaseSync } from 'node:sqlite';

/** Tables with their columns, and indexes: what two schemas can be compared by, however their SQL is spelt. */
export function schemaOf(database: DatabaseSync): Set<string> {
  const names = (type: string) =>
    database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = '${type}' AND name NOT LIKE 'sqlite_%'`)
      .all()
      .map(({ name }) => String(name));
  const columns = names('table').flatMap((table) =>
    database
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => `${table}.${String(name)}`),
  );
  return new Set([...columns, ...names('index').map((index) => `index ${index}`)]);
}
