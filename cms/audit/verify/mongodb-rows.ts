import { MongoClient, type Document } from 'mongodb';
import type { RawRow } from './row-problem.ts';
import type { RowSource } from './row-source.ts';

/** Mongoose makes plurals. */
export const mongoCollection = 'audits';

/** The rows of a MongoDB database. @throws when the server cannot be reached */
export async function mongodbRows(url: string): Promise<RowSource> {
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 10_000 });
  const rows = client.db().collection(mongoCollection);
  return {
    async *rows() {
      for await (const row of rows
        .find({ seq: { $gt: 0 } })
        .sort({ seq: 1 })
        .batchSize(1000))
        yield rawOf(row);
    },
    strays: () => rows.countDocuments({ seq: { $not: { $gt: 0 } } }),
    close: () => client.close(),
  };
}

const rawOf = ({ _id, ...row }: Document): RawRow => ({ ...row, id: _id }) as RawRow;
