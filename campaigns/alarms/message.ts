import { civilDay, wallTime } from '../calendar/civil-day.ts';
import type { AlarmNotice, NoticeKind } from './notices.ts';

/** What goes out: one message for everything that is to be told in one minute. */
export interface Message {
  /** One line. */
  subject: string;
  /** Plain text, several lines. */
  text: string;
  notices: readonly AlarmNotice[];
}

const words: Record<NoticeKind, string> = { begin: '告警', worse: '加重', again: '仍未解决', end: '恢复' };
const moment = (at: Date) => `${civilDay(at)} ${wallTime(at)}`;

/**
 * Words for people, in Chinese; times in Asia/Shanghai.
 * @param name who speaks, e.g. 诚信广元
 * @param link where to act, e.g. the address of the back office
 */
export function messageOf(notices: readonly AlarmNotice[], { name, link }: { name: string; link: string }): Message {
  const [first] = notices;
  const more = notices.length > 1 ? `等 ${notices.length} 项` : '';
  const blocks = notices.map(({ kind, title, since, alarm }) =>
    alarm
      ? `【${words[kind]}】${title}（${moment(since)} 起）\n${alarm.what}\n${alarm.advice}`
      : `【${words.end}】${title}\n${moment(since)} 起的这一问题已经解决。`,
  );
  return {
    subject: `【${name}】${first ? `${words[first.kind]}：${first.title}${more}` : '没有告警'}`,
    text: `${[...blocks, `后台：${link}`].join('\n\n')}\n`,
    notices,
  };
}
