import { deliveryWords } from '../ports/state-words.ts';
import { civilDay, daysBetween } from '../calendar/civil-day.ts';
import type { Alarm } from './alarm.ts';
import type { Facts, Thresholds } from './facts.ts';

/** The scheduler beats once a minute: three in a row are no hiccup. */
export const silentAfterSeconds = 180;
/** A backlog after a restart is worked off within this time. */
const overdueAfterSeconds = 180;
/** Weibo gives a token 30 days and renews it only by hand. */
const tokenDays = { warn: 14, urgent: 3 };

type Rule = (facts: Facts, thresholds: Thresholds) => Alarm | null;

const minutesOf = (seconds: number) => Math.max(1, Math.round(seconds / 60));
const lasting = (seconds: number) => {
  const minutes = minutesOf(seconds);
  return minutes < 120
    ? `${minutes} 分钟`
    : minutes < 2880
      ? `${Math.floor(minutes / 60)} 小时`
      : `${Math.floor(minutes / 1440)} 天`;
};

/** Judged by another process than the scheduler's own wherever there is one: a dead scheduler cannot tell. */
const schedulerSilent: Rule = ({ gauges, watchingSince }) => {
  const watched = Math.floor((gauges.at.getTime() - watchingSince.getTime()) / 1000);
  const silent = gauges.heartbeatAgeSeconds ?? watched;
  // Right after a start the last heartbeat is as old as the pause was.
  if (Math.min(silent, watched) <= silentAfterSeconds) return null;
  const since = gauges.heartbeatAgeSeconds === null ? '从来没有过心跳' : `最近一次心跳在 ${lasting(silent)}前`;
  return {
    id: 'scheduler-silent',
    urgency: 'urgent',
    title: '推送调度停了',
    what: `推送调度${since}，到点的推送现在不会发出。`,
    advice:
      '请查看服务器上的推送进程（start 或 start --role worker）并重新启动；恢复后，没过补发时限的自动补发，过了的照排期里写的办，不要手工代发。',
    measure: 1,
  };
};

const overdue: Rule = ({ gauges: { overdue: count, overdueOldestSeconds } }) =>
  (overdueOldestSeconds ?? 0) <= overdueAfterSeconds
    ? null
    : {
        id: 'overdue',
        urgency: 'urgent',
        title: '推送逾期',
        what: `有 ${count} 份推送到点后没有人处理，最早的一份已晚 ${lasting(overdueOldestSeconds ?? 0)}。`,
        advice: '请先看推送调度是否在走、机器是否太忙；不要在平台上手工代发，免得发两遍。',
        measure: count,
      };

const unknownOld: Rule = ({ gauges: { unknown, unknownOldestSeconds } }, { unknownMinutes }) =>
  (unknownOldestSeconds ?? 0) <= unknownMinutes * 60
    ? null
    : {
        id: 'unknown-old',
        urgency: 'urgent',
        title: `推送${deliveryWords.unknown}`,
        what: `有 ${unknown} 份推送不知道是否已经发出，最久的一份已核对 ${lasting(unknownOldestSeconds ?? 0)}。`,
        advice: '请到平台后台查看这一篇在不在，再到推送台账登记；查清之前不要重发。',
        measure: unknown,
      };

const dead: Rule = ({ gauges: { dead: count } }) =>
  count === 0
    ? null
    : {
        id: 'dead',
        urgency: 'urgent',
        title: `推送${deliveryWords.dead}`,
        what: `有 ${count} 份推送停住了，系统不会自己再试。`,
        advice: `请打开推送台账“${deliveryWords.dead}”，按每一份写明的原因处理，再登记“已发出”或“重新发送”。`,
        measure: count,
      };

const goneLater: Rule = ({ gauges: { goneLater: count } }) =>
  count === 0
    ? null
    : {
        id: 'gone-later',
        urgency: 'urgent',
        title: '平台后来删除或封禁',
        what: `有 ${count} 份已经发出的内容后来不在了：被平台封禁，或在账号里被删除。`,
        advice: `请到平台后台看原因，再到推送台账“${deliveryWords.dead}”登记“已从平台撤下”，申诉恢复的登记“已发出”；系统不会自己重发，也请不要原样再发。`,
        measure: count,
      };

const refused: Rule = ({ gauges: { refused: count } }) =>
  count === 0
    ? null
    : {
        id: 'refused',
        urgency: 'ordinary',
        title: `推送${deliveryWords.refused}`,
        what: `有 ${count} 份推送被平台拒绝，内容要改。`,
        advice: `请打开推送台账“${deliveryWords.refused}”看原因，改好稿件重新送审签发，或登记处理结果。`,
        measure: count,
      };

const overbooked: Rule = ({ overbooked: found }) =>
  found.length === 0
    ? null
    : {
        id: 'overbooked',
        urgency: 'ordinary',
        title: '排期超过平台限额',
        what: found.slice(0, 3).join('') + (found.length > 3 ? `另有 ${found.length - 3} 处。` : ''),
        advice: '请在排期里把多出的几条改到别的时间。',
        measure: found.length,
      };

const unsigned: Rule = ({ unsigned: found }) => {
  if (found.length === 0) return null;
  const missed = found.filter((one) => one.missed).length;
  const shown = [...found]
    .sort((a, b) => Number(b.missed) - Number(a.missed))
    .slice(0, 3)
    .map(({ text }) => text)
    .join('');
  return {
    id: 'unsigned',
    urgency: missed > 0 ? 'urgent' : 'ordinary',
    title: missed > 0 ? '到点没有发' : '快到点还没有签发',
    what: shown + (found.length > 3 ? `另有 ${found.length - 3} 条。` : ''),
    advice: '请完成终审签发，或换一篇已签发的稿件，或改期；不发了就删去这条排期。',
    measure: found.length + missed * 1000,
  };
};

const tokenExpiry: Rule = ({ gauges: { at }, weiboTokenExpires: last }) => {
  if (last === null) return null;
  const left = daysBetween(civilDay(at), last);
  if (left > tokenDays.warn) return null;
  const when = left < 0 ? `已在 ${last} 到期` : left === 0 ? '今天到期' : `还有 ${left} 天到期（${last}）`;
  return {
    id: 'token-expiry',
    urgency: left <= tokenDays.urgent ? 'urgent' : 'ordinary',
    title: '微博授权快到期',
    what: `微博授权${when}，到期后微博推送发不出去。`,
    advice: '请用单位微博账号重新授权，把新的令牌写进 WEIBO_ACCESS_TOKEN、到期日写进 WEIBO_TOKEN_EXPIRES，再重新启动。',
    // Coming closer is news twice: when it becomes urgent, and when it has run out.
    measure: left < 0 ? 3 : left <= tokenDays.urgent ? 2 : 1,
  };
};

const recallDeadline: Rule = ({ gauges: { recallsOverdue, recallsOpen } }) =>
  recallsOverdue === 0
    ? null
    : {
        id: 'recall-deadline',
        urgency: 'urgent',
        title: '撤回逾期',
        what: `有 ${recallsOverdue} 份该撤回的内容过了期限还没有撤下（未完成的共 ${recallsOpen} 份）。`,
        advice: '请打开推送台账，平台没有删除接口的登录账号手工删除，再登记“已从平台撤下”。',
        measure: recallsOverdue,
      };

const workdayTable: Rule = ({ workdayTablesMissing: years }) =>
  years.length === 0
    ? null
    : {
        id: 'workday-table',
        urgency: 'ordinary',
        title: '缺放假安排表',
        what: `还没有 ${years.join('、')} 年的放假安排，按工作日算的期限暂按自然日计算（偏早）。`,
        advice: `请按国务院办公厅的通知补上 content/workdays/${years[0]}.yaml，再重新启动。`,
        measure: years.length,
      };

/** Worst first: the order in which they stand in a message. */
const rules: readonly Rule[] = [
  schedulerSilent,
  overdue,
  recallDeadline,
  unknownOld,
  goneLater,
  dead,
  unsigned,
  tokenExpiry,
  refused,
  overbooked,
  workdayTable,
];

/** Everything that is wrong by these facts. Pure and level-triggered: the same facts give the same alarms. */
export const judge = (facts: Facts, thresholds: Thresholds): Alarm[] =>
  rules.flatMap((rule) => rule(facts, thresholds) ?? []);
