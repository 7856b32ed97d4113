import type { Channel, ChannelContext, SendJob } from '../channel.ts';
import { createWechatApi } from './api.ts';
import { wechatConfig, type WechatOptions } from './config.ts';
import { ensureDraft } from './draft.ts';
import { lookAt } from './look.ts';
import { submit } from './submit.ts';
import { validateWechat } from './validate.ts';
import { openWork, type Work } from './work.ts';

/**
 * A 公众号 by draft/add and freepublish/submit (channels.md §1). Exactly one copy: one draft per delivery, found again by
 * the delivery id in `content_source_url`; a doubtful submit is looked up before the same draft is submitted again.
 */
export function createWechatChannel(options: WechatOptions, context: ChannelContext): Channel {
  const config = wechatConfig(options);
  const api = createWechatApi(config, context.clock);
  const open = (job: SendJob): Work => openWork({ config, api, ...context, job });
  return {
    id: config.id,
    name: config.name,
    validate: (release) => validateWechat(release, config.defaultCover !== null),
    look: (job) => lookAt(open(job)),
    async send(job) {
      const finding = validateWechat(job.release, config.defaultCover !== null).find((f) => f.level === 'block');
      if (finding) return { kind: 'refused', note: finding.message };
      const work = open(job);
      const started = work.notes.text('publishId') !== null || work.notes.number('submitAt') !== null;
      if (started) {
        const seen = await lookAt(work);
        if (seen.kind !== 'not-sent') return seen;
      }
      const draft = await ensureDraft(work);
      return 'outcome' in draft ? draft.outcome : submit(work, draft.value);
    },
  };
}
