import type { Endpoint, PayloadRequest } from 'payload';
import { stringify } from 'yaml';
import { ContentError } from '../../../campaigns/calendar/content-error.ts';
import { can } from '../../access/can.ts';
import { personOf } from '../../access/person-of.ts';
import type { Lexicon } from '../../checks/lexicon/lexicon.ts';
import type { Lexicon as LexiconRow } from '../../payload-types.ts';
import { answer } from '../../store/http.ts';
import { entriesOf } from './entries.ts';
import { importReport, keepQuotable, reportSentence } from './import-report.ts';
import { lexiconSheet } from './lexicon-sheet.ts';
import { uploadApart } from './upload-apart.ts';

const largest = 10 * 1024 * 1024;

/**
 * `POST /api/lexicons/import?name=<file>&slug=…&title=…&group=…&edition=…&owner=…&source=…[&dry=1]` with the file as
 * body (CSV, XLSX or YAML). Replaces the entries of the list of that name, or makes it. → 200 `{ message, report, id }`
 * or 4xx `{ message }`; with `dry` nothing is written.
 */
const bringIn: Endpoint = {
  path: '/import',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return answer(401, '请先登录后台。');
    if (can(person, 'update', 'lexicons') === null) return answer(403, '只有复审人和管理员可以导入词表。');
    if (Number(req.headers.get('content-length') ?? 0) > largest) return answer(413, '文件超过10 MB：请拆成几张词表导入。');
    const { dry, name = '词表.csv', ...said } = Object.fromEntries(req.searchParams ?? []);
    try {
      const bytes = new Uint8Array((await req.arrayBuffer?.()) ?? new ArrayBuffer());
      if (bytes.length > largest) return answer(413, '文件超过10 MB：请拆成几张词表导入。');
      const row = await rowOf(req, String(said.slug ?? ''));
      const lexicon = await uploadApart(bytes, name, { ...(row ? { title: row.title, group: row.group, owner: row.owner, source: row.source } : {}), ...said });
      return await write(req, lexicon, dry === '1');
    } catch (error) {
      if (error instanceof ContentError) return answer(422, error.message);
      if (error instanceof Error && 'data' in error && 'status' in error) return answer(Number(error.status), messageOf(error));
      throw error;
    }
  },
};

async function write(req: PayloadRequest, lexicon: Lexicon, dry: boolean): Promise<Response> {
  const row = await rowOf(req, lexicon.slug);
  const before = entriesOf(row?.entries);
  const entries = keepQuotable(before, lexicon.entries);
  const report = importReport(before, entries);
  const sentence = reportSentence(report);
  if (dry) return answer(200, `还没有导入。${sentence}`, { report, id: row?.id ?? null });
  const data = { ...lexicon, entries, active: true } as never;
  const own = { req, overrideAccess: false, depth: 0 } as const;
  const saved = row ? await req.payload.update({ ...own, collection: 'lexicons', id: row.id, data }) : await req.payload.create({ ...own, collection: 'lexicons', data });
  return answer(200, `已导入“${lexicon.title}”${lexicon.edition}版，${sentence}`, { report, id: saved.id });
}

async function rowOf(req: PayloadRequest, slug: string): Promise<LexiconRow | null> {
  const { docs } = await req.payload.find({ collection: 'lexicons', where: { slug: { equals: slug } }, limit: 1, depth: 0, pagination: false });
  return docs[0] ?? null;
}

/** The first field's own sentence says more than the list of fields. */
function messageOf(error: Error): string {
  const { data } = error as Error & { data?: { errors?: { message?: string }[] } };
  return data?.errors?.[0]?.message ?? error.message;
}

/** `GET /api/lexicons/:id/export.xlsx` and `…/export.yaml`: the list as a file that can be imported again. */
const takeOut = (kind: 'xlsx' | 'yaml'): Endpoint => ({
  path: `/:id/export.${kind}`,
  method: 'get',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return answer(401, '请先登录后台。');
    if (can(person, 'read', 'lexicons') === null) return answer(403, '您的职责不能查看词表。');
    const row = await req.payload.findByID({ collection: 'lexicons', id: String(req.routeParams?.id ?? ''), depth: 0, disableErrors: true });
    if (!row) return answer(404, '没有这张词表。');
    const { confidence, edition, group, owner, slug, source, title } = row;
    const lexicon = { slug, title, group, edition, owner, source, confidence, entries: entriesOf(row.entries) };
    const file = kind === 'xlsx' ? { body: (await lexiconSheet(lexicon)) as BodyInit, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } : { body: stringify(lexicon), type: 'text/yaml; charset=utf-8' };
    const name = encodeURIComponent(`${title}-${edition}.${kind}`);
    return new Response(file.body, { headers: { 'Content-Type': file.type, 'Content-Disposition': `attachment; filename="${slug}.${kind}"; filename*=UTF-8''${name}`, 'Cache-Control': 'no-store' } });
  },
});

export const lexiconEndpoints: Endpoint[] = [bringIn, takeOut('xlsx'), takeOut('yaml')];
