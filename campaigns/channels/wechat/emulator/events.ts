import { randomUUID } from 'node:crypto';
import type { Profile } from './profile.ts';
import type { JobRow, WechatState } from './state.ts';

/** Queues PUBLISHJOBFINISH for a publish job that has come to its end. */
export function publishEvent(state: WechatState, publishId: string, job: JobRow): void {
  const urls = job.articles.map(
    (_, i) =>
      `<item><idx>${i + 1}</idx><article_url><![CDATA[${state.url}/s/${job.articleId}${i ? `?idx=${i + 1}` : ''}]]></article_url></item>`,
  );
  const outcome =
    job.ends === 0
      ? `<article_id><![CDATA[${job.articleId}]]></article_id><article_detail><count>${urls.length}</count>${urls.join('')}</article_detail>`
      : '<fail_idx>1</fail_idx>';
  queue(
    state,
    job.appId,
    'PUBLISHJOBFINISH',
    job.readyAt,
    `<PublishEventInfo>
<publish_id>${publishId}</publish_id><publish_status>${job.ends}</publish_status>${outcome}
</PublishEventInfo>`,
  );
}

/** Queues MASSSENDJOBFINISH for a mass send that has been accepted. */
export function massEvent(state: WechatState, account: Profile, msgId: number): void {
  const done = account.massStatus === 'send success';
  const links = done
    ? `<ArticleUrlResult><Count>1</Count><ResultList><item><ArticleIdx>1</ArticleIdx><ArticleUrl><![CDATA[${state.url}/s/mass-${msgId}]]></ArticleUrl></item></ResultList></ArticleUrlResult>`
    : '';
  queue(
    state,
    account.appId,
    'MASSSENDJOBFINISH',
    state.clock.now().getTime(),
    `<MsgID>${msgId}</MsgID><Status><![CDATA[${account.massStatus}]]></Status>
<TotalCount>${done ? 100 : 0}</TotalCount><FilterCount>${done ? 80 : 0}</FilterCount><SentCount>${done ? 75 : 0}</SentCount><ErrorCount>${done ? 5 : 0}</ErrorCount>${links}`,
  );
}

function queue(state: WechatState, appId: string, event: string, at: number, inner: string): void {
  if (state.accounts.get(appId)?.callback) state.events.set(randomUUID(), { appId, event, at, inner });
}
