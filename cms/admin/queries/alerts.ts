import type { Payload } from 'payload';
import { wallTime } from '../../../campaigns/calendar/civil-day.ts';
import { isGoneLater, troubleStates } from '../../../campaigns/outbox/journal/standing.ts';
import { deliveryWords } from '../../../campaigns/ports/state-words.ts';
import type { Shape } from '../../words/delivery-looks.ts';
import { openPauses } from '../../store/channel-pauses.ts';
import { lasting, moment, nearMoment } from '../../words/words.ts';
import { findDeliveries, type DeliveryRow } from '../../ledger/deliveries.ts';
import { recallAlerts } from './recall-alerts.ts';

/** Something that a person must know of now. Goes away when it is mended, never by being clicked away. */
export interface Alert {
  id: string;
  shape: Shape;
  word: string;
  what: string;
  /** What to do, or what not to do. */
  advice: string;
  button: string;
  href: string;
  /** What can be answered at once, without going anywhere. */
  acts?: AlertAct[];
}

/** One click: posts `body` to `path`. */
export interface AlertAct {
  label: string;
  path: string;
  body: Record<string, string>;
}

/** A delivery may be this late before it counts as overdue: one tick is a minute. */
const graceMs = 10 * 60_000;
const staleBeatMs = 5 * 60_000;
/** 首页两周不更新即单项否决 (government-site.md §3.2): warn while there is time to act. */
const quietDays = { warn: 10, limit: 14 };
const dayMs = 86_400_000;

export interface Alerts {
  alerts: Alert[];
  overdue: number;
}

/** Everything alarming at `now`, worst first. */
export async function loadAlerts(payload: Payload, now: Date, heartbeat: Date | null): Promise<Alerts> {
  const [pauses, bad, waiting, left, quiet] = await Promise.all([
    openPauses(payload),
    findDeliveries(payload, { state: { in: [...troubleStates] } }),
    findDeliveries(payload, {
      and: [
        { state: { in: ['pending', 'claimed'] } },
        { plannedAt: { less_than: new Date(now.getTime() - graceMs).toISOString() } },
      ],
    }),
    recallAlerts(payload, now),
    quietSite(payload, now),
  ]);
  // What waits because somebody has paused its channel is not late; the banner tells of it.
  const held = new Set(pauses.map(({ channel }) => channel));
  const late = waiting.rows.filter(({ channel, state }) => state !== 'pending' || !held.has(channel));
  const order: readonly string[] = troubleStates;
  // What is being taken back is told as that, except that nobody knows whether it is out.
  const trouble = bad.rows
    .filter(({ goneLater, recall, state }) => recall === null || state === 'unknown' || isGoneLater({ goneLater }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    .map((row) => troubled(row, now));
  return {
    alerts: [...stopped(now, heartbeat), ...trouble, ...left, ...late.map((row) => overdue(row, now)), ...quiet],
    overdue: late.length,
  };
}

const ledger = (row: DeliveryRow, tab: string) => `/admin/ledger?state=${tab}#d-${row.id}`;

function troubled(row: DeliveryRow, now: Date): Alert {
  const name = `${row.channelName}《${row.title}》`;
  if (row.state === 'unknown') {
    const next = row.nextAt ? `，下一次核对 ${wallTime(row.nextAt)}` : '';
    return {
      id: row.id,
      shape: 'unknown',
      word: deliveryWords.unknown,
      what: `${name}${nearMoment(row.plannedAt, now)} 提交后没有确定的回音，系统正在核对${next}。`,
      advice: '请不要重发。核对到“确实没有发出”时才会再试。',
      button: '看每次尝试',
      href: ledger(row, 'unknown'),
    };
  }
  if (isGoneLater(row)) {
    const word = row.goneLater === 'platform' ? '平台后来封禁' : '后来被删除';
    return {
      id: row.id,
      shape: 'refused',
      word,
      what: `${name}发出以后又不在了：${row.note ?? '平台没有说明原因。'}`,
      advice: '系统不会自己重发，请不要原样再发。看清原因后在台账里登记“已从平台撤下”；申诉恢复了就登记“已发出”。',
      button: '去登记',
      href: ledger(row, row.state),
    };
  }
  if (row.state === 'refused') {
    return {
      id: row.id,
      shape: 'refused',
      word: deliveryWords.refused,
      what: `${row.channelName}没有收《${row.title}》：${row.note ?? '平台没有说明原因。'}`,
      advice:
        '这一版没有发出。不要原样再发，还会被拒：请改好稿件重新签发，再到台账里给这一份登记“重新发送”，发出的就是新的一版。',
      button: row.storyId ? '去改稿' : '看这一份',
      href: row.storyId ? `/admin/collections/stories/${row.storyId}` : ledger(row, 'refused'),
    };
  }
  return {
    id: row.id,
    shape: 'person',
    word: deliveryWords.dead,
    what: `${name}停住了：${row.note ?? '需要人工处理'}`,
    advice: '系统不会自己再试，处理好以后在台账里登记。',
    button: '去处理',
    href: ledger(row, 'dead'),
  };
}

const overdue = (row: DeliveryRow, now: Date): Alert => ({
  id: row.id,
  shape: 'person',
  word: '逾期',
  what: `${row.channelName}《${row.title}》原定${nearMoment(row.plannedAt, now)}，已晚${lasting(now.getTime() - row.plannedAt.getTime())}，还没有发出。`,
  advice: '先看“最近一次心跳”是否还在走；不要在平台上手工代发，免得发两遍。',
  button: '看这一份',
  href: ledger(row, 'pending'),
});

const stopped = (now: Date, heartbeat: Date | null): Alert[] =>
  heartbeat && now.getTime() - heartbeat.getTime() > staleBeatMs
    ? [
        {
          id: 'heartbeat',
          shape: 'refused',
          word: '推送停了',
          what: `最近一次心跳是 ${moment(heartbeat)}，到点的推送现在不会发出。`,
          advice:
            '请让系统管理员查看服务器上的推送进程；恢复后，没过补发时限的自动补发，过了的照排期里写的办，不要手工重发。',
          button: '看台账',
          href: '/admin/ledger?state=pending',
        },
      ]
    : [];

async function quietSite(payload: Payload, now: Date): Promise<Alert[]> {
  const { docs } = await payload.find({
    collection: 'publications',
    where: { state: { equals: 'live' } },
    sort: '-publishedAt',
    limit: 1,
    depth: 0,
    select: { publishedAt: true },
  });
  const newest = docs[0];
  if (!newest) return [];
  const days = Math.floor((now.getTime() - new Date(newest.publishedAt).getTime()) / dayMs);
  if (days < quietDays.warn) return [];
  const left = quietDays.limit - days;
  return [
    {
      id: 'quiet',
      shape: 'person',
      word: left > 0 ? '快要断更' : '已经断更',
      what: `网站${days}天没有更新，${left > 0 ? `再过${left}天` : '已经'}触到首页两周不更新的红线。`,
      advice: '请把待审的稿件审完签发，或改好一篇现成的稿件重新送审。',
      button: '看稿件',
      href: '/admin/collections/stories',
    },
  ];
}
