import type { Config, DatabaseAdapter, PayloadRequest, Where } from 'payload';
import { asOneTurn } from '../database/fair-turns.ts';
import { MovedOnError } from './moved-on.ts';
import { versionOf } from './version-read.ts';

interface Write {
  collection?: string;
  id?: unknown;
  where?: Where;
  req?: Partial<PayloadRequest>;
}
type Row = { id: string; updatedAt?: unknown } | null;

/**
 * The last word on a form's save: of two that read the same version and were sent at the same moment, one is written. On
 * MongoDB the statement itself names the version that it replaces; on SQLite, whose one process does all saving, the
 * last look and the save are one turn, which no other write comes between.
 */
export function watchVersions(adapter: Config['db']): Config['db'] {
  return {
    ...adapter,
    init(args) {
      const made = adapter.init(args);
      const original = Reflect.get(made, 'updateOne') as (this: DatabaseAdapter, args: Write) => Promise<Row>;
      Reflect.set(made, 'updateOne', async function watched(this: DatabaseAdapter, args: Write) {
        const save = args.req?.context?.saveOf;
        if (!save || save.target !== `${args.collection}/${String(args.id)}`) return original.call(this, args);
        const moved = async () => new MovedOnError(versionOf(await standing(this, args)), null);
        // Only the first statement replaces what was read; what hooks write to the same row afterwards follows it.
        const replace = async () => {
          if (this.name === 'mongoose') {
            const { id, ...rest } = args;
            const written = await original.call(this, {
              ...rest,
              where: { and: [{ id: { equals: id } }, { updatedAt: { equals: save.read } }] },
            });
            if (!written) throw await moved();
            return written;
          }
          return asOneTurn(async () => {
            if (versionOf(await standing(this, args)) !== save.read) throw await moved();
            return original.call(this, args);
          });
        };
        const written = await replace();
        if (args.req?.context) args.req.context.saveOf = { target: 'done', read: '' };
        return written;
      });
      return made;
    },
  };
}

const standing = (db: DatabaseAdapter, { collection, id }: Write): Promise<Row> =>
  db.findOne<{ id: string; updatedAt?: unknown }>({ collection: collection as 'users', where: { id: { equals: id } } });
