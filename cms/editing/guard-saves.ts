import {
  APIError,
  type CollectionBeforeValidateHook,
  type CollectionConfig,
  type GlobalBeforeValidateHook,
  type GlobalConfig,
  type PayloadRequest,
} from 'payload';
import { instantText } from '../../campaigns/calendar/civil-day.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { personOf } from '../access/person-of.ts';
import { holderOf } from './holder.ts';
import { keepClosedFields } from './keep-closed-fields.ts';
import { MovedOnError, type MovedOn } from './moved-on.ts';
import { versionOf, versionRead } from './version-read.ts';
import { valuesOf } from '../database/values.ts';

declare module 'payload' {
  interface RequestContext {
    /** The save that this request is: checked when it began, and once more by the statement that writes. */
    saveOf?: { target: string; read: string };
  }
}

/**
 * Asks a save of a form two questions before anything else looks at it: is what it changes still what was read, and is
 * nobody else in the middle of changing it. Only the row that the address names is asked about; a request may write others.
 */
async function ask(
  req: PayloadRequest,
  target: string,
  row: { updatedAt?: unknown } | undefined,
  read: () => Promise<MovedOn['theirs']>,
): Promise<void> {
  const said = versionRead(req);
  const person = personOf(req);
  if (said === null || !person || !row || req.context.saveOf || targetOf(req) !== target) return;
  req.context.saveOf = { target, read: said };
  if (versionOf(row) !== said) throw new MovedOnError(versionOf(row), await read());
  const holder = await holderOf(req.payload, target, systemClock.now());
  if (holder && holder.person !== person.id) {
    const since = instantText(new Date(holder.since)).slice(11, 16);
    throw new APIError(
      `${holder.name}从${since}起正在改这一条，所以没有保存：您写的都还在，可以等对方存好，或者接手。`,
      423,
      { held: { name: holder.name, since: holder.since } },
      true,
    );
  }
}

/** What the request's address names: `stories/<id>`, `globals/desk`; null for anything else. */
function targetOf({ routeParams }: PayloadRequest): string | null {
  const { collection, global, id } = (routeParams ?? {}) as Record<string, unknown>;
  if (typeof global === 'string') return `globals/${global}`;
  return typeof collection === 'string' && id !== undefined ? `${collection}/${String(id)}` : null;
}

const guardRow: CollectionBeforeValidateHook = async ({ collection, data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !originalDoc) return data;
  const { id } = originalDoc as { id: string };
  const read = async () => {
    const row = await req.payload.findByID({
      collection: collection.slug as 'stories',
      id,
      depth: 0,
      joins: false,
      disableErrors: true,
      overrideAccess: false,
      user: req.user,
    });
    return row && valuesOf(row);
  };
  await ask(req, `${collection.slug}/${id}`, originalDoc, read);
  return data;
};

const guardSetting: GlobalBeforeValidateHook = async ({ data, global, originalDoc, req }) => {
  const read = async () =>
    valuesOf(
      await req.payload.findGlobal({ slug: global.slug as 'desk', depth: 0, overrideAccess: false, user: req.user }),
    );
  await ask(req, `globals/${global.slug}`, originalDoc ?? {}, read);
  return data;
};

/** A collection whose forms save only what they have read (docs/decisions/031). Its own hooks come after. */
export const guardSaves = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  // The shell's lock knows nothing of rights and takes the text of whoever is evicted; ours is `holder.ts`. Expired at birth, it stops nobody.
  ...(collection.lockDocuments === false ? {} : { lockDocuments: { duration: -1 } }),
  hooks: {
    ...collection.hooks,
    beforeValidate: [
      guardRow,
      ...(collection.versions ? [keepClosedFields] : []),
      ...(collection.hooks?.beforeValidate ?? []),
    ],
  },
});

/** The same for a setting. */
export const guardSettings = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  ...(global.lockDocuments === false ? {} : { lockDocuments: { duration: -1 } }),
  hooks: { ...global.hooks, beforeValidate: [guardSetting, ...(global.hooks?.beforeValidate ?? [])] },
});
