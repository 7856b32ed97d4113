import { personOf } from '../access/person-of.ts';
import { approvalRefusal } from '../access/approved.ts';
import { can } from '../access/can.ts';
import type { Endpoint, PayloadRequest } from 'payload';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { readEnv } from '../env.ts';
import { loadRegion } from '../content/load-region.ts';
import { copyCampaign } from './copy-campaign.ts';
import { docxType, download, fileName, xlsxType } from './download.ts';
import { feedKey, opensFeed } from './feed-key.ts';
import { fillTasks } from './fill-tasks.ts';
import { loadProgramme } from './load-programme.ts';
import type { Programme } from './programme.ts';
import { sheetOf } from './sheet.ts';
import { staffIcs } from './staff-ics.ts';

const answer = (status: number, content: object) => Response.json(content, { status, headers: { 'Cache-Control': 'no-store' } });
const nobody = () => answer(401, { message: '请先登录后台。' });
const idOf = (req: PayloadRequest): string => String(req.routeParams?.id ?? '');

/** Answers staff who may read campaigns with what `make` has to say of one of them. */
const about = (path: string, make: (programme: Programme, req: PayloadRequest) => Promise<Response> | Response): Endpoint => ({
  path: `/:id/${path}`,
  method: 'get',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    if (can(person, 'read', 'campaigns') === null) return answer(403, { message: '您的职责不能查看活动。' });
    const programme = await loadProgramme(req.payload, idOf(req), systemClock.now());
    return programme ? make(programme, req) : answer(404, { message: '没有这个活动。' });
  },
});

/** `GET /api/campaigns/:id/programme`: what the campaign's page shows, and where my calendar is. */
const programme = about('programme', async (found, req) => {
  const person = personOf(req);
  const key = person && (await feedKey(req.payload, person.id));
  const calendar = person && key ? `${readEnv().adminUrl}/api/campaigns/staff.ics?u=${encodeURIComponent(person.id)}&k=${key}` : null;
  return answer(200, { ...sheetOf(found), mayEdit: can(person, 'update', 'campaigns') !== null, mayCopy: can(person, 'create', 'campaigns') !== null, calendar });
});

// Writing documents takes libraries that nothing else on the desk needs.
const plan = about('plan.docx', async (found) => download(await (await import('./documents/plan-docx.ts')).planDocx(found), fileName(found, 'plan', 'docx'), docxType));
const report = about('report.docx', async (found) => download(await (await import('./documents/report-docx.ts')).reportDocx(found), fileName(found, 'report', 'docx'), docxType));
const workbook = about('report.xlsx', async (found) => download(await (await import('./documents/report-xlsx.ts')).reportXlsx(found), fileName(found, 'report', 'xlsx'), xlsxType));

/** `POST /api/campaigns/:id/copy` → 200 `{ id, message }` or 4xx `{ message }`. */
const copy: Endpoint = {
  path: '/:id/copy',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    if (can(person, 'create', 'campaigns') === null || can(person, 'create', 'posts') === null) return answer(403, { message: '您的职责不能新建活动：请采编或终审人来复制。' });
    const result = await copyCampaign(req.payload, idOf(req), person);
    return result.ok ? answer(200, { id: result.id, message: result.message }) : answer(result.status, { message: result.message });
  },
};

/** `POST /api/campaigns/:id/tasks`: brings the usual tasks into a campaign that has none. → `{ message }` */
const tasks: Endpoint = {
  path: '/:id/tasks',
  method: 'post',
  handler: async (req) => {
    const person = personOf(req);
    if (!person) return nobody();
    if (can(person, 'update', 'campaigns') === null) return answer(403, { message: '您的职责不能改活动：请采编或终审人来做。' });
    const covered = await approvalRefusal(req.payload, person, 'campaigns', idOf(req));
    if (covered) return answer(403, { message: covered });
    const result = await fillTasks(req.payload, idOf(req));
    return result.ok ? answer(200, { message: `已带出${result.count}项任务，时限按节点倒排：请核对责任单位。` }) : answer(result.status, { message: result.message });
  },
};

/** `GET /api/campaigns/staff.ics?u=…&k=…`: calendar programs cannot log in, the address itself is the key. */
const feed: Endpoint = {
  path: '/staff.ics',
  method: 'get',
  handler: async (req) => {
    const { searchParams } = new URL(req.url ?? '', 'http://localhost');
    if (!(await opensFeed(req.payload, searchParams.get('u') ?? '', searchParams.get('k') ?? ''))) {
      return answer(403, { message: '这个日程地址不对或已经失效：请登录后台，在任一活动页上重新复制。' });
    }
    const { adminUrl, region } = readEnv();
    const { siteDomain, siteName } = await loadRegion(process.cwd(), region);
    const text = await staffIcs(req.payload, systemClock.now(), { adminUrl, host: siteDomain, siteName });
    return new Response(text, { headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="desk.ics"', 'Cache-Control': 'private, no-store' } });
  },
};

export const programmeEndpoints: Endpoint[] = [feed, programme, plan, report, workbook, copy, tasks];
