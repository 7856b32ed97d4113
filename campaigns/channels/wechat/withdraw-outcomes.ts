import type { WithdrawJob, WithdrawOutcome } from '../channel.ts';
import type { WechatReply } from './api.ts';
import { failed } from './outcomes.ts';
import type { Work } from './work.ts';

/** What a person does when the API does not help. */
export function byHand(job: WithdrawJob, note: string): WithdrawOutcome {
  const where = job.url ? `（${job.url}）` : '';
  return {
    kind: 'needs-person',
    note,
    steps:
      `一、用管理员或运营者账号登录微信公众平台；二、打开“发表记录”，找到《${job.release.title.trim()}》${where}，没有就再看草稿箱；` +
      '三、点“删除”并确认，再打开文章网址，看到“已被发布者删除”为止；四、回到推送台账登记删除时间和经手人。',
  };
}

/** Ends a withdrawal whose last call was certainly not executed: passing troubles are waited out, the rest needs a person. */
export function notExecuted(
  work: Work,
  job: WithdrawJob,
  reply: Exclude<WechatReply<unknown>, { kind: 'ok' }>,
  step: string,
): WithdrawOutcome {
  const outcome = failed(
    reply.kind === 'uncertain' ? { kind: 'not-sent', reason: reply.reason } : reply,
    step,
    work.clock.now(),
  );
  return outcome.kind === 'retry' ? outcome : byHand(job, outcome.note);
}
