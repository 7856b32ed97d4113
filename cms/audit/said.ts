import { attemptWords } from '../../campaigns/ports/state-words.ts';
import { reviewActs } from '../story/act.ts';
import type { CollectionConfig, GlobalConfig } from 'payload';

/** What an act is called. Acts that only some endpoint knows are shown by their own name. */
const words: Record<string, string> = {
  create: '新建',
  update: '修改',
  delete: '删除',
  trash: '移入回收站',
  restore: '从回收站取回',
  settings: '修改设置',
  password: '更换密码',
  roles: '改变职责',
  lock: '锁定账号',
  unlock: '解除锁定',
  login: '登录',
  'login-failed': '登录失败',
  'login-step': '登录还差一步',
  'logins-refused': '登录被拒绝（合计）',
  logout: '退出登录',
  start: '启动系统',
  stop: '停止系统',
  export: '导出',
  'view-personal-data': '查看个人信息',
  ...Object.fromEntries(Object.entries(reviewActs).map(([act, word]) => [`review:${act}`, word])),
  'hand-over': '转给别的采编',
  correction: attemptWords.correct,
  move: '改期',
  ask: '提出推送',
  change: '改推送',
  confirm: '确认推送',
  decline: '不同意推送',
  cancel: '取消推送',
  pause: '暂停渠道',
  resume: '恢复渠道',
  'hand:confirm': '登记已发出',
  'hand:resume': '重新发送',
  'hand:withdraw': '登记已撤下',
  'hand:receipt': '登记回执',
  look: '催核对',
  copy: '复制',
  agree: '同意公开文字',
  tasks: '带出分工',
  comments: '写批注',
  'comments:resolve': '了结批注',
  findings: '判定自查发现',
  import: '导入',
  command: '运行命令',
  'account:password': '更换自己的密码',
  'account:sessions:end': '结束自己的登录',
  'account:second-factor:begin': '开始设置两步验证',
  'account:second-factor:confirm': '开启两步验证',
  'account:second-factor:recovery': '更换恢复码',
  'account:second-factor:remove': '关闭两步验证',
  'account:end-sessions': '强制退出登录',
  'account:unlock': '解除锁定',
  'account:reset': '重置密码',
  'account:remove-second-factor': '关闭别人的两步验证',
};

export const wordFor = (act: string): string => words[act] ?? `操作 ${act}`;

/** 终审签发 稿件《…》 */
export const sentence = (act: string, noun: string | null, title: string | null): string =>
  [wordFor(act), noun ? ` ${noun}` : '', title ? `《${title}》` : ''].join('');

/** The collection's Chinese name for one row, e.g. 稿件. */
export function nounOf(config: Pick<CollectionConfig, 'slug' | 'labels'> | undefined): string | null {
  const label = config?.labels?.singular;
  return typeof label === 'string' ? label : (config?.slug ?? null);
}

export const settingOf = (config: Pick<GlobalConfig, 'slug' | 'label'> | undefined): string | null =>
  typeof config?.label === 'string' ? config.label : (config?.slug ?? null);
