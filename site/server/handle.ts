import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { plainAnswer, type Answer } from './answer.ts';
import { capture, type SiteHandler } from './capture.ts';
import { guard } from './guard.ts';
import { send } from './send.ts';
import type { StaticFile } from './static-files.ts';

export interface Parts {
  snapshot: Snapshot;
  site: SiteHandler;
  files: (pathname: string) => Promise<StaticFile | null>;
}

const broken = '页面暂时打不开，请过几分钟再来。';

/** One visit: a built file, a kept page, or a page rendered now. */
export async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = guard(request);
  if (!(address instanceof URL)) return send(request, response, address);
  const file = await parts.files(decodeURIComponent(address.pathname));
  if (file) return send(request, response, file, file.hash);
  const key = parts.snapshot.key(address);
  const kept = key === null ? null : await parts.snapshot.hit(key);
  if (kept) return send(request, response, { status: 200, headers: kept.meta.headers, body: kept.body }, kept.meta.hash);
  const answer = await capture(parts.site, address.pathname + address.search);
  if (answer.status >= 500 && answer.body.byteLength === 0) return send(request, response, plainAnswer(answer.status, broken));
  return send(request, response, clean(answer));
}

/** Headers that only mean something between the site and its snapshot, or that `send` sets itself. */
function clean(answer: Answer): Answer {
  const inside = /^(x-snapshot|cache-tag|cdn-cache-control|connection|transfer-encoding|content-length|date)$/i;
  return { ...answer, headers: answer.headers.filter(([name]) => !inside.test(name)) };
}
