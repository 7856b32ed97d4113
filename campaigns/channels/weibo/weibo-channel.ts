import type { Channel, ChannelContext, Outcome, SendJob } from '../channel.ts';
import { openNotebook } from '../shared/notebook.ts';
import { weiboConfig, type WeiboOptions } from './config.ts';
import { classify } from './error-class.ts';
import { outcomeOf } from './outcomes.ts';
import { readPicture } from './picture.ts';
import { renderWeibo, safeLink } from './render.ts';
import { share } from './share.ts';
import { validateWeibo } from './validate.ts';
import { withdraw } from './withdraw.ts';

/**
 * A Weibo account by statuses/share (channels.md §2). The platform offers no look-up and no idempotency key, but it
 * refuses an identical text: after a doubtful send the very same text is repeated, and “duplicate” then means “it was
 * posted”. Progress: text, maybeSent, maybeSentAt (epoch ms of the first doubtful send), triedAt (of the last), quotaTries.
 */
export function createWeiboChannel(options: WeiboOptions, context: ChannelContext): Channel {
  const config = weiboConfig(options);
  const now = () => context.clock.now().getTime();
  return {
    id: config.id,
    name: config.name,
    validate: (release) => validateWeibo(release, [config.safeDomain]),

    async send(job: SendJob): Promise<Outcome> {
      const notes = openNotebook(job);
      const known = notes.text('postedId');
      if (known) return { kind: 'confirmed', externalId: known, url: null, note: '微博已发布。' };
      const maybeSent = notes.flag('maybeSent');
      const first = notes.number('maybeSentAt') ?? now();
      // Nothing is forgotten here: only a person who has looked may decide that it is not out (`resumedAt`).
      const decided = (job.resumedAt?.getTime() ?? 0) > (notes.number('triedAt') ?? first);
      const doubtful = maybeSent && !decided;
      if (doubtful && now() - first > config.repeatWithinMs) return tooLate;
      const finding = validateWeibo(job.release).find((f) => f.level === 'block');
      if (finding) return ending({ kind: 'refused', note: finding.message }, doubtful);
      const picture = await readPicture(context.assets, job.release);
      if ('outcome' in picture) return ending(picture.outcome, doubtful);
      const text = notes.text('text') ?? renderWeibo(job.release, safeLink(job.link, config.safeDomain));
      await notes.write({ text, maybeSent: true, maybeSentAt: doubtful ? first : now(), triedAt: now() });
      const reply = await share(config, text, picture.value, job.signal);
      const quotaTries = notes.number('quotaTries') ?? 0;
      const { outcome, executed } = outcomeOf(reply, {
        maybeSent: doubtful,
        settleMs: config.settleMs,
        quotaTries,
        now: context.clock.now(),
      });
      const overQuota = reply.kind === 'error' && classify(reply.code) === 'hour';
      if (overQuota || quotaTries > 0) await notes.write({ quotaTries: overQuota ? quotaTries + 1 : 0 });
      if (outcome.kind === 'confirmed') await notes.write({ postedId: outcome.externalId });
      else if (executed === 'maybe') await notes.write({ triedAt: now() });
      else if (!doubtful) await notes.write({ maybeSent: false, maybeSentAt: null, triedAt: null });
      return ending(outcome, doubtful);
    },

    async look(job: SendJob): Promise<Outcome> {
      const notes = openNotebook(job);
      const known = notes.text('postedId');
      if (known) return { kind: 'confirmed', externalId: known, url: null, note: '微博已发布。' };
      if (!notes.flag('maybeSent')) return { kind: 'not-sent', note: '还没有发出过，可以继续。' };
      const since = Math.max(notes.number('triedAt') ?? 0, job.lastSendAt?.getTime() ?? 0);
      const left = since + config.settleMs - now();
      if (left > 0) return { kind: 'unknown', lookAfter: left, note: '微博不提供查询，稍候用同一段文字核对。' };
      return { kind: 'not-sent', note: '用同一段文字再发一次：若平台判为重复，即上次已发出。' };
    },

    withdraw: (job) => withdraw(config, context.clock, job),
  };
}

/** A refusal of the repetition says nothing about the send before it, which may be out: then only a person can tell. */
function ending(outcome: Outcome, doubtful: boolean): Outcome {
  if (!doubtful || (outcome.kind !== 'refused' && outcome.kind !== 'blocked')) return outcome;
  return {
    kind: 'blocked',
    note: `${outcome.note}上一次发送没有回音，可能已经发出：请先到微博主页查看，已发出就在台账里登记，没有发出再改稿或点“重新发送”。`,
  };
}

const tooLate: Outcome = {
  kind: 'blocked',
  note: '上次发送没有回音，已超过一天，不能再用重发来核对：请到微博主页查看：已发出就在台账里登记，没有发出才点“重新发送”。',
};
