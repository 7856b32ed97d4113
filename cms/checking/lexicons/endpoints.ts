import { systemClock } from '../../../campaigns/ports/clock.ts';
import type { Endpoint } from 'payload';
import { stringify } from 'yaml';
import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import { ContentError } from '../../../campaigns/calendar/content-error.ts';
import { can } from '../../access/can.ts';
import { allow, staffEndpoint } from '../../access/staff-endpoint.ts';
import { answer } from '../../http/http.ts';
import { bringIn, lexiconRow } from './bring-in.ts';
import { entriesOf } from './entries.ts';
import { lexiconSheet } from './lexicon-sheet.ts';
import { uploadApart } from './upload-apart.ts';

const largest = 10 * 1024 * 1024;

/**
 * `POST /api/lexicons/import?name=<file>&slug=…&title=…&group=…&edition=…&owner=…&source=…[&dry=1]` with the file as
 * body (CSV, XLSX or YAML). Replaces the entries of the list of that name, or makes it (`bring-in.ts`). → 200 `{ message, report, id }`
 * or 4xx `{ message }`; with `dry` nothing is written.
 */
const takeIn = staffEndpoint('post', '/import', async ({ payload, person, req }) => {
  allow(can(person, 'update', 'lexicons') !== null, '只有复审人和管理员可以导入词表。');
  if (Number(req.headers.get('content-length') ?? 0) > largest)
    return answer(413, '文件超过10 MB：请拆成几张词表导入。');
  const { dry, name = '词表.csv', ...said } = Object.fromEntries(req.searchParams ?? []);
  try {
    const bytes = new Uint8Array((await req.arrayBuffer?.()) ?? new ArrayBuffer());
    if (bytes.length > largest) return answer(413, '文件超过10 MB：请拆成几张词表导入。');
    const row = await lexiconRow(payload, String(said.slug ?? ''));
    const lexicon = await uploadApart(bytes, name, {
      ...(row
        ? { title: row.title, group: row.group, owner: row.owner, source: row.source, confidence: row.confidence }
        : {}),
      ...said,
    });
    const { id, message, report } = await bringIn(payload, lexicon, {
      dry: dry === '1',
      today: civilDay(systemClock.now()),
      req,
    });
    return answer(200, message, { report, id });
  } catch (error) {
    if (error instanceof ContentError) return answer(error.file === '版次' ? 400 : 422, error.message);
    if (error instanceof Error && 'data' in error && 'status' in error)
      return answer(Number(error.status), messageOf(error));
    throw error;
  }
});

/** The first field's own sentence says more than the list of fields. */
function messageOf(error: Error): string {
  const { data } = error as Error & { data?: { errors?: { message?: string }[] } };
  return data?.errors?.[0]?.message ?? error.message;
}

/** `GET /api/lexicons/:id/export.xlsx` and `…/export.yaml`: the list as a file that can be imported again. */
const takeOut = (kind: 'xlsx' | 'yaml') =>
  staffEndpoint('get', `/:id/export.${kind}`, async ({ id, payload, person }) => {
    allow(can(person, 'read', 'lexicons') !== null, '您的职责不能查看词表。');
    const row = await payload.findByID({ collection: 'lexicons', id, depth: 0, disableErrors: true });
    if (!row) return answer(404, '没有这张词表。');
    const { confidence, edition, group, owner, slug, source, title } = row;
    const lexicon = { slug, title, group, edition, owner, source, confidence, entries: entriesOf(row.entries) };
    const file =
      kind === 'xlsx'
        ? {
            body: (await lexiconSheet(lexicon)) as BodyInit,
            type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          }
        : { body: stringify(lexicon), type: 'text/yaml; charset=utf-8' };
    const name = encodeURIComponent(`${title}-${edition}.${kind}`);
    return new Response(file.body, {
      headers: {
        'Content-Type': file.type,
        'Content-Disposition': `attachment; filename="${slug}.${kind}"; filename*=UTF-8''${name}`,
        'Cache-Control': 'no-store',
      },
    });
  });

export const lexiconEndpoints: Endpoint[] = [takeIn, takeOut('xlsx'), takeOut('yaml')];
