import type { SQLiteAdapter } from '@payloadcms/db-sqlite';

/** As Drizzle has a column of a table, as far as this looks at it. */
interface Column {
  mapFromDriverValue(value: unknown): unknown;
}
const isColumn = (value: unknown): value is Column =>
  typeof value === 'object' &&
  value !== null &&
  'mapFromDriverValue' in value &&
  typeof value.mapFromDriverValue === 'function';

/**
 * On SQLite a JSON column is text, and text that is no JSON fails the whole answer. Here it is handed on as the text that
 * it is: the column's door does not take it, and says so of this row alone. Called when the tables are made.
 */
export function soundJson({ payload, tables }: Pick<SQLiteAdapter, 'payload' | 'tables'>): void {
  for (const { flattenedFields, slug, versions } of payload.config.collections) {
    const names = flattenedFields.filter(({ type }) => type === 'json').map(({ name }) => name);
    const table = slug.replaceAll('-', '_');
    for (const name of names) {
      soften(tables[table], name);
      if (versions) soften(tables[`_${table}_v`], `version_${name}`);
    }
  }
}

function soften(table: object | undefined, name: string): void {
  const column: unknown = table && Reflect.get(table, name);
  if (!isColumn(column)) throw new Error(`数据库里没有这一列：${name}。`);
  const read = column.mapFromDriverValue.bind(column);
  column.mapFromDriverValue = (value) => {
    try {
      return read(value);
    } catch (error) {
      if (error instanceof SyntaxError) return value;
      throw error;
    }
  };
}
