import type { Alarm } from '../../../campaigns/alarms/alarm.ts';
import { silentAfterSeconds } from '../../../campaigns/alarms/rules.ts';
import type { HealthFacts } from './facts.ts';
import { stepAilments } from './step-ailments.ts';

/** unready: visitors and staff get no good answer; degraded: they do, and somebody must act. */
export interface Ailment extends Alarm {
  level: 'unready' | 'degraded';
}

const GiB = 1024 ** 3;
/** Free space below which people are told, and below which a database may stop in the middle of a write. */
export const diskLimits = { low: 2 * GiB, critical: GiB / 2 };
const lagLimitMs = 5000;
const handleShare = 0.85;
const backupDays = 7;
const dayMs = 86_400_000;
/** Restarts within a day that are no accident any more. */
const manyDeaths = 3;

type Rule = (facts: HealthFacts) => Ailment | null;
const size = (bytes: number) => `${(bytes / GiB).toFixed(1)} GiB`;

const database: Rule = ({ gauges }) =>
  gauges
    ? null
    : {
        id: 'database',
        level: 'unready',
        urgency: 'urgent',
        title: '数据库没有回应',
        what: '数据库没有回应，后台不能用，推送不会发出；网站先用已经生成的页面。',
        advice:
          '请看数据库（DATABASE_URL）是否在运行、网络是否通；恢复后，没过补发时限的自动补发，过了的照排期里写的办。',
        measure: 1,
      };

const disk: Rule = ({ disk: found }) => {
  if (!found || found.freeBytes >= diskLimits.low) return null;
  const critical = found.freeBytes < diskLimits.critical;
  return {
    id: 'disk',
    level: 'degraded',
    urgency: critical ? 'urgent' : 'ordinary',
    title: critical ? '磁盘快写满了' : '磁盘空间偏少',
    what: `数据目录所在的磁盘只剩 ${size(found.freeBytes)}。`,
    advice: critical ? '请马上清理磁盘：写满以后谁都不能保存，推送也会停。' : '请清理磁盘或换大一点的盘。',
    measure: critical ? 2 : 1,
  };
};

const integrity: Rule = ({ integrity: found }) =>
  !found?.said
    ? null
    : {
        id: 'integrity',
        level: 'degraded',
        urgency: 'urgent',
        title: '数据库有损坏',
        what: found.said,
        advice: '请停下系统，用 chengxin restore 恢复最近一份好的备份；在那之前不要覆盖旧备份。',
        measure: 1,
      };

const loop: Rule = ({ loopLagMs }) =>
  (loopLagMs ?? 0) < lagLimitMs
    ? null
    : {
        id: 'loop',
        level: 'degraded',
        urgency: 'ordinary',
        title: '系统反应很慢',
        what: `最近一分钟里，系统有 ${((loopLagMs ?? 0) / 1000).toFixed(1)} 秒没有回应任何人。`,
        advice: '请看机器是不是太忙，或有人正在导入很大的文件。',
        measure: 1,
      };

const handles: Rule = ({ handles: found }) =>
  !found || found.open < found.most * handleShare
    ? null
    : {
        id: 'handles',
        level: 'degraded',
        urgency: 'urgent',
        title: '打开的文件和连接太多',
        what: `系统打开了 ${found.open} 个文件和连接，最多只能开 ${found.most} 个。`,
        advice:
          '请看是否有人在大量访问；用完以后新的访问和推送都会失败，可以把系统的打开文件数上限（ulimit -n）调大再启动。',
        measure: 1,
      };

const heartbeat: Rule = ({ at, gauges, schedules, since }) => {
  if (!gauges || !schedules) return null;
  const up = (at.getTime() - since.getTime()) / 1000;
  const silent = Math.min(up, gauges.heartbeatAgeSeconds ?? up);
  return silent <= silentAfterSeconds
    ? null
    : {
        id: 'heartbeat',
        level: 'unready',
        urgency: 'urgent',
        title: '推送调度停了',
        what: `推送调度已有 ${Math.round(silent)} 秒没有心跳。`,
        advice: '请重新启动系统；恢复后，没过补发时限的自动补发，过了的照排期里写的办，不要手工代发。',
        measure: 1,
      };
};

const backup: Rule = ({ at, backupAt, installedAt }) => {
  const from = backupAt ?? installedAt;
  const days = from ? Math.floor((at.getTime() - from.getTime()) / dayMs) : 0;
  return days < backupDays
    ? null
    : {
        id: 'backup',
        level: 'degraded',
        urgency: 'ordinary',
        title: '很久没有备份',
        what: backupAt ? `最近一次备份是 ${days} 天以前。` : `启用 ${days} 天了，还没有做过备份。`,
        advice: '请运行 chengxin backup 备份到另一块盘上，并排进每天的定时任务。',
        measure: days < 30 ? 1 : 2,
      };
};

const deaths: Rule = ({ deaths: found }) =>
  found.length === 0
    ? null
    : {
        id: 'restarts',
        level: 'degraded',
        urgency: found.length >= manyDeaths ? 'urgent' : 'ordinary',
        title: '系统自己重启过',
        what: `24 小时内，系统的进程中断过 ${found.length} 次，都已自动重新启动；最近一次是${found.at(-1)?.how}。`,
        advice: '已经恢复，不用手工重发。请把启动窗口里当时的输出发给维护人员；内存不够就加内存。',
        measure: found.length,
      };

const rules: readonly Rule[] = [database, heartbeat, integrity, disk, handles, loop, deaths, backup];

/**
 * What is wrong by these facts, worst first: the one definition behind `/healthz`, `/metrics`, `doctor`, alarms and 今日.
 * Pure and level-triggered.
 */
export const judgeHealth = (facts: HealthFacts): Ailment[] =>
  [...rules.flatMap((rule) => rule(facts) ?? []), ...stepAilments(facts)].sort(
    (a, b) => Number(a.level === 'degraded') - Number(b.level === 'degraded'),
  );
