import { nominationStates } from '../../nominations/state.ts';
import type { Payload } from 'payload';
import { readable } from '../../../campaigns/bulkhead/each.ts';
import { addDays, civilDay, type CivilDay } from '../../../campaigns/calendar/civil-day.ts';
import { addMonths } from '../../gates/add-months.ts';
import type { Nomination } from '../../payload-types.ts';
import type { Alert } from './alerts.ts';
import { contentOf } from '../../content/content.ts';

/** A verification that ends within so many days is told. */
const aheadDays = 30;

/** What waits for a person about honours and cases: hits on lists, objections, notices that are over, verifications that end. */
export async function honourAlerts(payload: Payload, now: Date): Promise<Alert[]> {
  const today = civilDay(now);
  const [{ docs }, cases] = await Promise.all([
    payload.find({
      collection: 'nominations',
      where: { or: [{ hit: { exists: true } }, { state: { equals: 'notice' } }] },
      depth: 0,
      pagination: false,
    }),
    casesToVerify(payload, today),
  ]);
  return [
    ...readable(
      docs,
      ({ id, name }) => [`nomination ${id}`, `典型“${name}”`],
      (nomination) => alertsOf(nomination, today),
    ).flat(),
    ...cases,
  ];
}

function alertsOf({ hit, id, name, notice, state }: Nomination, today: CivilDay): Alert[] {
  const at = { button: '去处理', href: `/admin/collections/nominations/${id}` };
  if (hit && state === 'offline') {
    return [
      {
        id: `${id}:hit`,
        shape: 'refused',
        word: '命中名单',
        what: `诚信典型“${name}”${hit}页面和推送已经自动下线。`,
        advice: '请核对是不是同一个人或单位：不是的，重新复核后恢复；是的，报授予单位，荣誉只凭它的文件撤销。',
        ...at,
      },
    ];
  }
  if (hit && state === 'accepted') {
    return [
      {
        id: `${id}:hit`,
        shape: 'person',
        word: '名单上同名',
        what: `诚信典型“${name}”${hit}`,
        advice: `请当天核对是不是同一个人：是的，改为“${nominationStates.offline}”并写明理由；不是的不用动。`,
        ...at,
      },
    ];
  }
  if (state !== 'notice') return [];
  const open = (notice?.objections ?? []).filter(({ verdict }) => verdict === 'open').length;
  return [
    ...(open > 0
      ? [
          {
            id: `${id}:objection`,
            shape: 'person' as const,
            word: '有异议',
            what: `推荐人选“${name}”有${open}条异议还没有核查完。`,
            advice: '请核查后写明情况和结论；核查完才能通过。',
            ...at,
          },
        ]
      : []),
    ...(notice?.to && notice.to < today
      ? [
          {
            id: `${id}:over`,
            shape: 'wait' as const,
            word: '公示期满',
            what: `推荐人选“${name}”的公示到${notice.to}期满，等终审人决定。`,
            advice: `没有异议或异议都核查完的，改为“${nominationStates.accepted}”。`,
            ...at,
          },
        ]
      : []),
  ];
}

async function casesToVerify(payload: Payload, today: CivilDay): Promise<Alert[]> {
  const { verifyMonths } = await contentOf(payload).gatePolicy();
  const limit = addDays(addMonths(today, -verifyMonths), aheadDays);
  const { docs } = await payload.find({
    collection: 'stories',
    where: {
      and: [
        { or: [{ kind: { equals: 'case' } }, { 'answer.tone': { equals: 'negative' } }] },
        { stage: { equals: 'signed' } },
        { 'disclosure.checkedOn': { less_than_equal: limit } },
      ],
    },
    depth: 0,
    pagination: false,
    joins: false,
    select: { title: true, disclosure: true },
  });
  return docs.map(({ disclosure, id, title }) => ({
    id: `${id}:verify`,
    shape: 'person',
    word: '该重新核实',
    what: `案例《${title}》是${disclosure?.checkedOn ?? ''}核实的，满${verifyMonths}个月要重新核实一次。`,
    advice: '请重新核实，改填核实日期后送审签发；核实不了的请撤回。',
    button: '看稿件',
    href: `/admin/collections/stories/${id}`,
  }));
}
