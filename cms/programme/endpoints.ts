import type { Endpoint } from 'payload';
import { approvalRefusal } from '../access/approved.ts';
import { can } from '../access/can.ts';
import { allow, staffEndpoint, type Call } from '../access/staff-endpoint.ts';
import { answer, content } from '../http/http.ts';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { readEnv } from '../env.ts';
import { copyCampaign } from './copy-campaign.ts';
import { docxType, download, fileName, xlsxType } from './download.ts';
import { feedKey, opensFeed } from './feed-key.ts';
import { fillTasks } from './fill-tasks.ts';
import { loadProgramme } from './load-programme.ts';
import type { Programme } from './programme.ts';
import { sheetOf } from './sheet.ts';
import { staffIcs } from './staff-ics.ts';
import { contentOf } from '../content/content.ts';

/** Answers staff who may read campaigns with what `make` has to say of one of them. */
const about = (path: string, make: (programme: Programme, call: Call) => Promise<Response> | Response) =>
  staffEndpoint('get', `/:id/${path}`, async (call) => {
    allow(can(call.person, 'read', 'campaigns') !== null, '您的职责不能查看活动。');
    const programme = await loadProgramme(call.payload, call.id, call.now);
    return programme ? make(programme, call) : answer(404, '没有这个活动。');
  });

/** `GET /api/campaigns/:id/programme`: what the campaign's page shows, and where my calendar is. */
const programme = about('programme', async (found, { payload, person }) => {
  const key = await feedKey(payload, person.id);
  const calendar = key
    ? `${readEnv().adminUrl}/api/campaigns/staff.ics?u=${encodeURIComponent(person.id)}&k=${key}`
    : null;
  return content({
    ...sheetOf(found),
    mayEdit: can(person, 'update', 'campaigns') !== null,
    mayCopy: can(person, 'create', 'campaigns') !== null,
    calendar,
  });
});

// Writing documents takes libraries that nothing else on the desk needs.
const plan = about('plan.docx', async (found) =>
  download(await (await import('./documents/plan-docx.ts')).planDocx(found), fileName(found, 'plan', 'docx'), docxType),
);
const report = about('report.docx', async (found) =>
  download(
    await (await import('./documents/report-docx.ts')).reportDocx(found),
    fileName(found, 'report', 'docx'),
    docxType,
  ),
);
const workbook = about('report.xlsx', async (found) =>
  download(
    await (await import('./documents/report-xlsx.ts')).reportXlsx(found),
    fileName(found, 'report', 'xlsx'),
    xlsxType,
  ),
);

/** `POST /api/campaigns/:id/copy` → 200 `{ id, message }` or 4xx `{ message }`. */
const copy = staffEndpoint('post', '/:id/copy', async ({ id, payload, person }) => {
  allow(
    can(person, 'create', 'campaigns') !== null && can(person, 'create', 'posts') !== null,
    '您的职责不能新建活动：请采编或终审人来复制。',
  );
  const result = await copyCampaign(payload, id, person);
  return result.ok ? answer(200, result.message, { id: result.id }) : answer(result.status, result.message);
});

/** `POST /api/campaigns/:id/tasks`: brings the usual tasks into a campaign that has none. → `{ message }` */
const tasks = staffEndpoint('post', '/:id/tasks', async ({ id, payload, person }) => {
  allow(can(person, 'update', 'campaigns') !== null, '您的职责不能改活动：请采编或终审人来做。');
  const covered = await approvalRefusal(payload, person, 'campaigns', id);
  if (covered) return answer(403, covered);
  const result = await fillTasks(payload, id);
  return result.ok
    ? answer(200, `已带出${result.count}项任务，时限按节点倒排：请核对责任单位。`)
    : answer(result.status, result.message);
});

/** `GET /api/campaigns/staff.ics?u=…&k=…`: calendar programs cannot log in, the address itself is the key. */
const feed: Endpoint = {
  path: '/staff.ics',
  method: 'get',
  handler: async (req) => {
    const { searchParams } = new URL(req.url ?? '', 'http://localhost');
    if (!(await opensFeed(req.payload, searchParams.get('u') ?? '', searchParams.get('k') ?? ''))) {
      return answer(403, '这个日程地址不对或已经失效：请登录后台，在任一活动页上重新复制。');
    }
    const { adminUrl } = readEnv();
    const { siteDomain, siteName } = await contentOf(req.payload).region();
    const text = await staffIcs(req.payload, systemClock.now(), { adminUrl, host: siteDomain, siteName });
    return new Response(text, {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'inline; filename="desk.ics"',
        'Cache-Control': 'private, no-store',
      },
    });
  },
};

export const programmeEndpoints: Endpoint[] = [feed, programme, plan, report, workbook, copy, tasks];
