import type { Channel, ChannelContext, SendJob } from '../channel.ts';
import { createWechatApi } from './api.ts';
import { wechatConfig, type WechatOptions } from './config.ts';
import { ensureDraft } from './draft.ts';
import { lookLater, toldGone } from './later.ts';
import { lookAt } from './look.ts';
import { isMass, lookAtMass } from './mass-look.ts';
import { sendMass } from './mass.ts';
import { submit } from './submit.ts';
import { validateWechat } from './validate.ts';
import { lookWithdrawn, withdraw } from './withdraw.ts';
import { openWork, type Work } from './work.ts';

/**
 * A 公众号 by draft/add and freepublish/submit, or message/mass/sendall (channels.md §1). Exactly one copy: one draft per
 * delivery, found again by the delivery id in `content_source_url`; a doubtful submit is looked up before the same draft
 * is submitted again, a doubtful mass send is repeated under its own clientmsgid.
 */
export function createWechatChannel(options: WechatOptions, context: ChannelContext): Channel {
  const config = wechatConfig(options);
  const api = createWechatApi(config, context.clock);
  const open = (job: SendJob): Work => openWork({ config, api, ...context, job });
  const look = (work: Work) => (isMass(work) ? lookAtMass(work) : lookAt(work));
  return {
    id: config.id,
    name: config.name,
    validate: (release) => validateWechat(release, config.defaultCover !== null),
    look: (job) => look(open(job)),
    async send(job) {
      const finding = validateWechat(job.release, config.defaultCover !== null).find((f) => f.level === 'block');
      if (finding) return { kind: 'refused', note: finding.message };
      const work = open(job);
      const submitted = work.notes.text('publishId') !== null || work.notes.number('submitAt') !== null;
      if (submitted || isMass(work)) {
        const seen = await look(work);
        if (seen.kind !== 'not-sent') return seen;
      }
      const mass = isMass(work) || (config.send === 'mass' && !submitted);
      const draft = await ensureDraft(work);
      if ('outcome' in draft) return draft.outcome;
      return mass ? sendMass(work, draft.value) : submit(work, draft.value);
    },
    withdraw: (job) => withdraw(open(job), job),
    lookWithdrawn: (job) => lookWithdrawn(open(job), job),
    later: { told: (since) => toldGone(context.events, config.appId, since), look: (job) => lookLater(open(job)) },
  };
}
