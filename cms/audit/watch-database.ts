import type { CollectionSlug, DatabaseAdapter, Where } from 'payload';
import { actOn } from './act-on.ts';
import { actorOf, nowhere, originOf, system, type Actor, type Origin } from './actor.ts';
import { currentContext } from './context.ts';
import { differences } from './differences.ts';
import { intentOf } from './endpoint-act.ts';
import { tellCommand } from './tell-life.ts';
import { isQuiet, systemIsTold } from './quiet.ts';
import { changesText, type RowChange } from './row-change.ts';
import { nounOf, sentence, settingOf } from './said.ts';
import { titleOf } from './title-of.ts';
import type { AuditTrail } from './trail.ts';
import { append } from '../../campaigns/lists/append.ts';

type Kind = 'create' | 'update' | 'delete';
type Values = Record<string, unknown>;

/** What the adapter's writing methods are given, as far as the trail looks at it. */
interface Write {
  collection?: CollectionSlug;
  slug?: string;
  id?: unknown;
  where?: Where;
  data?: Values;
  req?: Parameters<typeof actorOf>[0] & Parameters<typeof originOf>[0];
}

const methods = {
  create: 'create',
  updateOne: 'update',
  updateMany: 'update',
  deleteOne: 'delete',
  deleteMany: 'delete',
  createGlobal: 'update',
  updateGlobal: 'update',
} as const satisfies Record<string, Kind>;

/**
 * Records every change that a person makes to any row, wherever it was asked for: REST, back office and Local API all end
 * here. One row before the statement, one after it. Work without a person is recorded where it is about accounts.
 */
export function watchDatabase(db: DatabaseAdapter, trail: AuditTrail): void {
  for (const [method, kind] of Object.entries(methods) as [keyof typeof methods, Kind][]) {
    const original = Reflect.get(db, method) as (this: DatabaseAdapter, args: Write) => Promise<unknown>;
    Reflect.set(db, method, async function watched(this: DatabaseAdapter, args: Write) {
      const write = () => original.call(this, args);
      const slug = args.collection ?? `global:${args.slug}`;
      const context = currentContext();
      const person = args.req ? actorOf(args.req) : null;
      if (isQuiet(slug, kind)) return write();
      if (!context && !person) await tellCommand(trail);
      if (!context && !person && !systemIsTold(slug)) return write();
      const before = kind === 'create' ? [] : await standing(this, args);
      const changes = changesOf(slug, kind, before, args, trail);
      if (changes.length === 0) return write();
      if (context) {
        await intentOf(context, trail);
        append(context.changes, changes);
        return write();
      }
      const act = args.slug ? 'settings' : actOn(slug, kind, before[0], args.data);
      return record(
        trail,
        {
          act,
          slug,
          before,
          args,
          changes,
          db: this,
          actor: person ?? system(),
          origin: args.req ? originOf(args.req) : nowhere,
        },
        write,
      );
    });
  }
}

/** The rows that a write is about, as they stand. Of a sweeping one the first hundred. */
async function standing(db: DatabaseAdapter, { collection, id, where, slug }: Write): Promise<Values[]> {
  if (!collection) return [((await db.findGlobal({ slug: slug ?? '' })) as Values | null) ?? {}];
  const { docs } = await db.find<Values & { id: string }>({
    collection,
    where: id === undefined ? (where ?? {}) : { id: { equals: id } },
    limit: 100,
    pagination: false,
  });
  return docs;
}

function changesOf(target: string, kind: Kind, before: Values[], { data, id }: Write, trail: AuditTrail): RowChange[] {
  const rows: (Values | null)[] = kind === 'create' || before.length === 0 ? [null] : before;
  return rows.flatMap((row) => {
    const rowId = row?.id ?? id ?? data?.id ?? null;
    const change = {
      target,
      rowId: rowId === null ? null : String(rowId),
      fields: differences(target, row, kind === 'delete' ? null : (data ?? {}), trail.digest),
    };
    // A deletion counts even of a row that held nothing.
    return Object.keys(change.fields).length > 0 || (kind === 'delete' && row) ? [change] : [];
  });
}

interface Recording {
  act: string;
  slug: string;
  before: Values[];
  args: Write;
  changes: RowChange[];
  db: DatabaseAdapter;
  actor: Actor;
  origin: Origin;
}

async function record(
  trail: AuditTrail,
  { act, slug, before, args, changes, db, actor, origin }: Recording,
  write: () => Promise<unknown>,
): Promise<unknown> {
  const { payload } = db;
  const config = args.collection ? payload.collections[args.collection as 'users']?.config : undefined;
  const title = titleOf(slug, config?.admin.useAsTitle, before[0] ?? args.data ?? {}, trail.digest);
  const noun = args.collection
    ? nounOf(config)
    : settingOf(payload.globals.config.find((global) => global.slug === args.slug));
  const facts = {
    ...actor,
    ...origin,
    act,
    said: sentence(act, noun, title),
    target: slug,
    title,
    reason: null,
    rowId: changes.length === 1 ? (changes[0]?.rowId ?? null) : null,
  };
  const intent = await trail.append({
    ...facts,
    phase: 'intent',
    intent: null,
    changes: changesText(changes, trail.digest),
  });
  const end = (phase: 'done' | 'failed') => trail.append({ ...facts, phase, intent: intent.seq, changes: null });
  let result: unknown;
  try {
    result = await write();
  } catch (error) {
    await end('failed').catch(() => undefined);
    throw error;
  }
  // The change has been made: that its second row cannot be written must not look like a failure.
  await end('done').catch((error: unknown) =>
    payload.logger.error({ err: error }, '改动已完成，但“已做”的审计记录没有写进去；“将做”的那一行在'),
  );
  return result;
}
