import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientAddress, lineOf, type TrustedProxies } from '../../cms/read/who-asks.ts';
import { shownHeaders } from '../snapshot/response.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { plainAnswer, type Answer } from './answer.ts';
import { declaredQuery } from './bounds/declared-query.ts';
import { Busy } from './bounds/lane.ts';
import type { Lanes } from './bounds/lanes.ts';
import { capture, type SiteHandler } from './capture.ts';
import { guard } from './guard.ts';
import { send } from './send.ts';
import type { StaticFile } from './static-files.ts';
import { entrances } from './warm.ts';

export interface Parts {
  snapshot: Snapshot;
  site: SiteHandler;
  files: (pathname: string) => Promise<StaticFile | null>;
  lanes: Lanes;
  /** Proxies that are believed about who asks. */
  trusted?: TrustedProxies | undefined;
  /** Milliseconds by the injected clock. */
  now: () => number;
  /** True while the database does not answer. */
  away?: (() => boolean) | undefined;
}

const broken = '页面暂时打不开，请过几分钟再来。';
const away = '数据库暂时没有回应，这一页现在打不开：请过几分钟再来，别的页面不受影响。';
const busy = '现在访问的人太多，请过几秒钟再试。';

/**
 * One visit: a built file, a kept page, or a page rendered now within its lane's budget; 503 when that is used up. While the
 * database is away nobody waits for it: the older file, or 503 at once.
 */
export async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = guard(request);
  if (!(address instanceof URL)) return send(request, response, address);
  const file = await parts.files(decodeURIComponent(address.pathname));
  if (file) return send(request, response, file, file.hash);
  address.search = declaredQuery(decodeURIComponent(address.pathname), address.search);
  const key = parts.snapshot.key(address);
  const kept = key === null ? null : await parts.snapshot.hit(key);
  if (kept)
    return send(
      request,
      response,
      { status: 200, headers: shownHeaders(kept.meta, parts.now()), body: kept.body },
      kept.meta.hash,
    );
  if (parts.away?.()) {
    const older = key === null ? null : await parts.snapshot.standIn(key);
    if (older)
      return send(
        request,
        response,
        { status: 200, headers: shownHeaders(older.meta, parts.now()), body: older.body },
        older.meta.hash,
      );
    return send(request, response, plainAnswer(503, away, [['retry-after', '30']]));
  }
  const own = (key !== null && parts.snapshot.knows(key)) || entrances.includes(address.pathname);
  const lane = address.search ? parts.lanes.questions : own ? parts.lanes.kept : parts.lanes.fresh;
  const answer = await lane
    .run(lineOf(clientAddress(request.socket.remoteAddress, request.headers['x-forwarded-for'], parts.trusted)), () =>
      capture(parts.site, address.pathname + address.search),
    )
    .catch((error: unknown) => {
      if (error instanceof Busy) return plainAnswer(503, busy, [['retry-after', '5']]);
      throw error;
    });
  if (answer.status >= 500 && answer.body.byteLength === 0)
    return send(request, response, plainAnswer(answer.status, broken));
  return send(request, response, clean(answer));
}

/** Headers that only mean something between the site and its snapshot, or that `send` sets itself. */
function clean(answer: Answer): Answer {
  const inside = /^(x-snapshot|cache-tag|cdn-cache-control|connection|transfer-encoding|content-length|date)$/i;
  return { ...answer, headers: answer.headers.filter(([name]) => !inside.test(name)) };
}
