import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { IndexDescription } from 'mongodb';
import type { Config } from 'payload';

type Database = Config['db'];
type Adapter = ReturnType<Database['init']>;
type Models = Pick<MongooseAdapter, 'collections' | 'versions'>;

/**
 * Makes all indexes of a collection by one order. The library asks for each by itself, and twice: four hundred questions,
 * one after the other, at every start and for every command.
 * @param database made with `ensureIndexes: false` and `connectOptions.autoIndex: false`, so that only this asks
 * @throws (connecting) what the server says of an index that it cannot make, as the library would
 */
export const indexesAtOnce = (database: Database): Database => ({
  ...database,
  init: (args) => {
    const adapter = database.init(args);
    const connect: Adapter['connect'] = adapter.connect;
    adapter.connect = async function (this: Adapter, options) {
      await connect?.call(this, options);
      const { collections, versions } = this as Adapter & Models;
      await Promise.all([...Object.values(collections), ...Object.values(versions)].map((model) => make(model)));
    };
    return adapter;
  },
});

async function make(model: Models['collections'][string]): Promise<void> {
  const wanted = model.schema
    .indexes()
    .map(([key, options]) => ({ ...options, key: key as IndexDescription['key'] }) as IndexDescription);
  if (wanted.length === 0) return;
  try {
    await model.collection.createIndexes(wanted);
  } catch {
    // One of them cannot be made: then each by itself, so that the others are there and the server says which it was.
    await model.ensureIndexes();
  }
}
