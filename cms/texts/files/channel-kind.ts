import type { FileKind } from './file-kind.ts';

const names: Readonly<Record<string, string>> = { wechat: '微信公众号', weibo: '微博', press: '报社', community: '社区', site: '网站' };

/** An account that copies go to: its name stands in the public record of copies, the rest in letters and on sheets. */
export const channelKind = {
  noun: '渠道',
  title: 'name',
  fields: {
    name: { label: '名称', is: 'text' },
    outlet: { label: '媒体名称', is: 'text' },
    page: { label: '拟用版面', is: 'text' },
    embargo: { label: '刊发时间要求', is: 'text' },
    'desk.name': { label: '对方编辑室', is: 'text' },
    'desk.phone': { label: '对方电话', is: 'text' },
    'desk.email': { label: '对方邮箱', is: 'text' },
    masthead: { label: '海报抬头', is: 'text' },
    issuer: { label: '落款', is: 'text' },
    'contact.desk': { label: '联系人', is: 'text' },
    'contact.phone': { label: '联系电话', is: 'text' },
  },
  machine: {
    id: '编号，和文件名一样', type: '渠道种类', quota: '限额', account: '只在后台显示的账号名', send: '发布还是群发', watch: '发布后再看几天', destroy: '能不能用接口删除', deadline: '截稿时刻，排期用', deliver: '怎样送到',
  },
  // Copies of what was signed go out all the same; whom they address is said by nobody in particular.
  neutral: ({ type }) => ({
    name: names[String(type)] ?? '渠道',
    ...(type === 'press' ? { outlet: '编辑部', 'desk.name': '编辑室', 'desk.phone': '待核对', 'desk.email': '待核对' } : {}),
    ...(type === 'community' ? { masthead: '诚信宣传', issuer: '编辑部', 'contact.desk': '编辑部', 'contact.phone': '待核对' } : {}),
  }),
} as const satisfies FileKind;
