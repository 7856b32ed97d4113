import type { Clock } from '../../ports/clock.ts';
import type { WithdrawJob, WithdrawOutcome } from '../channel.ts';
import { openNotebook } from '../shared/notebook.ts';
import type { WeiboConfig } from './config.ts';
import { outcomeOf } from './outcomes.ts';
import { destroy } from './share.ts';

/** “target weibo does not exist” (general knowledge, like the call itself). */
const notThere = 20101;

/**
 * Deleting by API is unverified (channels.md §2): by default a person is told what to do. With `destroy` it is tried;
 * deleting the same post twice is one effect. Progress: destroyAt (the call may have been executed since), withdrawn.
 */
export async function withdraw(config: WeiboConfig, clock: Clock, job: WithdrawJob): Promise<WithdrawOutcome> {
  const notes = openNotebook(job);
  if (notes.text('withdrawn') === 'deleted') return deleted;
  if (notes.text('withdrawn') === 'gone') return gone;
  const id = notes.text('postedId');
  const maybeOut = id !== null || notes.flag('maybeSent') || job.externalId !== null || job.url !== null;
  if (!maybeOut) return { kind: 'already-gone', note: '这条微博没有发出过。' };
  if (!config.destroy) return byHand(job, id, '微博没有可靠的删除接口，请人删除。');
  if (!id) return byHand(job, null, '不知道微博的编号，接口删不了。');
  const doubtful = notes.number('destroyAt') !== null;
  await notes.write({ destroyAt: notes.number('destroyAt') ?? clock.now().getTime() });
  const reply = await destroy(config, id, job.signal);
  const missing = reply.kind === 'error' && reply.code === notThere;
  if (reply.kind === 'posted' || missing) {
    const ours = reply.kind === 'posted' || doubtful;
    await notes.write({ withdrawn: ours ? 'deleted' : 'gone' });
    return ours ? deleted : gone;
  }
  const { outcome, executed } = outcomeOf(reply, {
    maybeSent: true,
    settleMs: config.settleMs,
    quotaTries: 0,
    now: clock.now(),
  });
  if (executed === 'no' && !doubtful) await notes.write({ destroyAt: null });
  if (outcome.kind === 'retry') return outcome;
  if (outcome.kind === 'unknown') return { ...outcome, note: '删除微博没有回音，稍后再删一次，重复无妨。' };
  const said = reply.kind === 'error' ? `（${reply.code} ${reply.message}）` : '';
  return byHand(job, id, `微博没有接受删除${said}，请人删除。`);
}

const deleted: WithdrawOutcome = { kind: 'deleted', note: '微博已删除；别人的转发和截图收不回来。' };
const gone: WithdrawOutcome = { kind: 'already-gone', note: '微博答复这条微博已不存在。' };

function byHand(job: WithdrawJob, id: string | null, note: string): WithdrawOutcome {
  const which = [`《${job.release.title.trim()}》`, id && `编号 ${id}`, job.url].filter(Boolean).join('，');
  return {
    kind: 'needs-person',
    note,
    steps:
      `一、用本单位账号登录微博，打开自己的主页；二、找到这条微博（${which}），文中链接以 ?d=${job.deliveryId} 结尾；` +
      '三、点右上角的菜单，选“删除”并确认，刷新主页看到它不在了；四、回到推送台账登记删除时间和经手人。',
  };
}
