import type { Endpoint, PayloadRequest } from 'payload';
import { actorOf, originOf, visitor } from './actor.ts';
import { within, type AuditContext } from './context.ts';
import type { AuditFacts, AuditRow } from './row.ts';
import { changesText } from './row-change.ts';
import { nounOf, sentence } from './said.ts';
import { titleOf } from './title-of.ts';
import type { AuditTrail } from './trail.ts';
import { hearReason } from './hear-reason.ts';
import { trailOf } from './trail-of.ts';

/** The first change of an act: what is about to be done is written down before it. */
export async function intentOf(context: AuditContext, trail: AuditTrail): Promise<AuditRow> {
  context.intent ??= trail.append({ ...factsOf(context), phase: 'intent', intent: null, changes: null });
  return context.intent;
}

const factsOf = ({
  act,
  actor,
  noun,
  origin,
  reason,
  rowId,
  target,
  title,
}: AuditContext): Omit<AuditFacts, 'phase' | 'intent' | 'changes'> => ({
  ...(actor ?? visitor),
  ...origin,
  act,
  said: sentence(act, noun, title),
  target,
  rowId,
  title,
  reason,
});

/** An endpoint of our own whose changes, together, are one act of the person who called it. */
export const watchEndpoint = (endpoint: Endpoint, collection: string | null): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const trail = trailOf(req.payload);
    if (!trail) return endpoint.handler(req);
    const context = await contextOf(req, endpoint, collection, trail);
    hearReason(req, context, trail);
    try {
      const response = await within(context, async () => endpoint.handler(req));
      if (endpoint.method === 'get' && context.actor && isFile(response)) await tellExport(context, trail);
      await finish(context, trail, response.ok ? 'done' : 'failed');
      return response;
    } catch (error) {
      await finish(context, trail, 'failed');
      throw error;
    } finally {
      context.over = true;
    }
  },
});

async function contextOf(
  req: PayloadRequest,
  { path }: Endpoint,
  collection: string | null,
  trail: AuditTrail,
): Promise<AuditContext> {
  const params = (req.routeParams ?? {}) as Record<string, unknown>;
  const rowId = typeof params.id === 'string' ? params.id : null;
  const config = collection ? req.payload.collections[collection as 'users']?.config : undefined;
  return {
    actor: actorOf(req),
    origin: originOf(req),
    act: actOf(path, params),
    target: collection,
    rowId,
    noun: nounOf(config),
    reason: null,
    title: await titleFor(req, collection, rowId, config?.admin.useAsTitle, trail),
    intent: null,
    changes: [],
    over: false,
  };
}

/** `/:id/review/:act` with sign → review:sign */
const actOf = (path: string, params: Record<string, unknown>): string =>
  path
    .split('/')
    .flatMap((part) =>
      part === ':act' ? [String(params.act ?? '')] : part === '' || part.startsWith(':') ? [] : [part],
    )
    .join(':')
    .slice(0, 60) || 'update';

async function titleFor(
  req: PayloadRequest,
  collection: string | null,
  rowId: string | null,
  useAsTitle: string | undefined,
  trail: AuditTrail,
): Promise<string | null> {
  if (!collection || !rowId || req.method?.toLowerCase() === 'get') return null;
  const row = await req.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: collection as 'users',
    where: { id: { equals: rowId } },
  });
  return row ? titleOf(collection, useAsTitle, row, trail.digest) : null;
}

async function finish(context: AuditContext, trail: AuditTrail, phase: 'done' | 'failed'): Promise<void> {
  if (!context.intent) return;
  const { seq } = await context.intent;
  await trail.append({ ...factsOf(context), phase, intent: seq, changes: changesText(context.changes, trail.digest) });
}

const isFile = ({ headers, ok }: Response): boolean =>
  ok && /^attachment/i.test(headers.get('content-disposition') ?? '');

/** Before it leaves the house. @throws when it cannot be written: then nothing is handed out */
const tellExport = (context: AuditContext, trail: AuditTrail): Promise<AuditRow> =>
  trail.append({
    ...factsOf(context),
    act: 'export',
    said: `${sentence('export', context.noun, context.title)} ${context.act}`,
    phase: 'event',
    intent: null,
    changes: null,
  });
