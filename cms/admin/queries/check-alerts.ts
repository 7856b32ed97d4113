import type { Payload } from 'payload';
import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import { outdatedLists } from '../../checking/lexicons/age.ts';
import { deskLexicons } from '../../checking/lexicons/desk-lexicons.ts';
import { heldReleases, type HeldRelease } from '../../publication/hold/held-releases.ts';
import type { NightlyFinding } from '../../checking/nightly/nightly-finding.ts';
import { standingFindings } from '../../checking/nightly/standing.ts';
import type { Shape } from '../../words/delivery-looks.ts';
import { lasting, moment } from '../../words/words.ts';
import type { Alert } from './alerts.ts';
import { contentOf } from '../../content/content.ts';

/** A night and the morning after it: then somebody must look why nothing was checked. */
const silentMs = 36 * 3_600_000;

/** What the checks have to say of what is live, and of signed versions that are not: the gravest first, one button each. */
export async function loadCheckAlerts(payload: Payload, now: Date): Promise<Alert[]> {
  const [held, standing, old] = await Promise.all([
    heldReleases(payload),
    standingFindings(payload, now),
    oldLists(payload, now),
  ]);
  const findings = standing?.findings ?? [];
  const blocking = findings.filter(({ level }) => level === 'block');
  const timely = findings.filter(
    ({ level, rule, subject }) =>
      level === 'warn' && (subject.kind !== 'story' || rule === 'consent/expiry' || rule === 'site/reverify'),
  );
  const others = findings.filter((finding) => finding.level === 'warn' && !timely.includes(finding));
  return [
    ...held.map(heldAlert),
    ...bySubject(blocking)
      .sort((a, b) => rank(a) - rank(b))
      .map((group) => subjectAlert(group, 'refused')),
    ...bySubject(timely).map((group) => subjectAlert(group, 'person')),
    ...old,
    ...(standing && others.length > 0 ? [summary(others, standing.runId)] : []),
    ...(standing && now.getTime() - standing.finishedAt.getTime() > silentMs ? [silent(standing.finishedAt, now)] : []),
  ];
}

/** An edition that nobody has looked through for long. */
async function oldLists(payload: Payload, now: Date): Promise<Alert[]> {
  const [{ lists }, { lexiconMonths }] = await Promise.all([deskLexicons(payload), contentOf(payload).nightlyTerms()]);
  const old = outdatedLists(lists, civilDay(now), lexiconMonths);
  return old.length === 0
    ? []
    : [
        {
          id: 'lexicons-old',
          shape: 'person',
          word: '词表旧了',
          what: `${old.map(({ edition, starter, title }) => `“${title}”是${edition}版${starter ? '（随产品带来的起步词表）' : ''}`).join('，')}，满${lexiconMonths}个月没有新版。`,
          advice: '请对照现行文件核对一遍：有变化的导入新版，没有变化的也把版次改成核对的日期。',
          button: '看词表',
          href: '/admin/collections/lexicons',
        },
      ];
}

const bySubject = (findings: readonly NightlyFinding[]): NightlyFinding[][] => [
  ...Map.groupBy(findings, ({ subject }) => JSON.stringify(subject)).values(),
];
const isPersonal = ({ rule }: NightlyFinding): boolean => /^(?:personal-data|minor|sealed)\//.test(rule);
const rank = (group: readonly NightlyFinding[]): number => (group.some(isPersonal) ? 0 : 1);

function heldAlert({ findings, releaseId, since, storyId, title, version }: HeldRelease): Alert {
  const [first] = findings;
  return {
    id: `held-${releaseId}`,
    shape: 'refused',
    word: '没有上线',
    what: `《${title}》第${version}版已经签发，但在${moment(since)}上线前的检查里被拦下：${first ? `${first.at}，${first.mend}` : ''}${more(findings.length)}`,
    advice:
      '签发以后词表或规则有了变化。请照提示改稿，重新送审签发；确属误报的，请复审人或管理员在稿件页认定，认定后一分钟内自动上线。',
    button: '去处理',
    href: story(storyId),
  };
}

function subjectAlert(group: readonly NightlyFinding[], shape: Shape): Alert {
  const first = group.find(isPersonal) ?? group[0];
  const { at, mend, rule, subject } = first as NightlyFinding;
  if (subject.kind === 'column')
    return {
      id: `column-${subject.slug}`,
      shape,
      word: rule === 'site/blank-column' ? '空白栏目' : '栏目断更',
      what: `栏目“${subject.title}”${mend}`,
      advice: '排一篇稿件，或把待审的稿件审完签发；暂时没有内容的栏目请先从导航里取下。',
      button: '看栏目',
      href: '/admin/collections/columns',
    };
  if (subject.kind === 'account')
    return {
      id: `account-${subject.channel}`,
      shape,
      word: '账号断更',
      what: `${subject.title}${mend}`,
      advice: '请在日历里给这个账号排一条推送。',
      button: '去排期',
      href: '/admin/calendar',
    };
  if (subject.kind === 'file')
    return {
      id: `file-${subject.file}`,
      shape,
      word: '巡查发现',
      what: `${subject.title}${at}：${mend}${more(group.length)}`,
      advice: `请在 ${subject.file} 里改好；改好后在巡查记录里按“现在再查一次”。`,
      button: '看巡查记录',
      href: '/admin/collections/check-runs',
    };
  if (subject.kind === 'page')
    return {
      id: `page-${subject.id}`,
      shape,
      word: '巡查发现',
      what: `${pageNames[subject.collection]}“${subject.title}”${at}：${mend}${more(group.length)}`,
      advice: '直接改好保存，网页随即更新。',
      button: '去改',
      href: `/admin/collections/${subject.collection}/${subject.id}`,
    };
  const personal = group.some(isPersonal);
  return {
    id: `check-${subject.storyId}-${rule}`,
    shape,
    word: personal && shape === 'refused' ? '个人信息在线' : '巡查发现',
    what: `在线的《${subject.title}》${at}：${mend}${more(group.length)}`,
    advice:
      personal && shape === 'refused'
        ? '请终审人核对后立刻撤回，一小时之内从网页和各渠道收回；改好后可以重新签发。系统不会自己撤稿或删稿。'
        : rule === 'consent/expiry' || rule === 'site/reverify'
          ? '登记新的日期并重新签发后，这一条自动消失。'
          : '请改稿后重新送审签发；确属误报的，请复审人或管理员在稿件页认定“这不是问题”。',
    button: personal && shape === 'refused' ? '去撤回' : '去处理',
    href: story(subject.storyId),
  };
}

const pageNames = { columns: '栏目', campaigns: '活动', batches: '批次' } as const;

const summary = (findings: readonly NightlyFinding[], runId: string): Alert => ({
  id: 'check-warnings',
  shape: 'person',
  word: '巡查提醒',
  what: `夜间巡查在${bySubject(findings).length}篇在线稿件里有${findings.length}处提醒。`,
  advice: '逐条看一遍：该改的改稿重新签发，没有问题的在稿件页写明理由，就不再提。',
  button: '看巡查记录',
  href: `/admin/collections/check-runs/${runId}`,
});

const silent = (finishedAt: Date, now: Date): Alert => ({
  id: 'check-silent',
  shape: 'person',
  word: '没有巡查',
  what: `夜间巡查已有${lasting(now.getTime() - finishedAt.getTime())}没有做完，上次是${moment(finishedAt)}。`,
  advice: '请系统管理员查看推送进程的记录；恢复后会自动补查。',
  button: '看巡查记录',
  href: '/admin/collections/check-runs',
});

const story = (id: string): string => `/admin/collections/stories/${id}`;
const more = (count: number): string => (count > 1 ? `（共${count}处）` : '');
