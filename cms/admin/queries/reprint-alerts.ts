import type { Payload } from 'payload';
import { dueReprints, type DueReprint } from '../../checking/reprints/due.ts';
import { sourceResults, type SourceResult } from '../../checking/reprints/result.ts';
import { lasting, moment } from '../../words/words.ts';
import type { Alert } from './alerts.ts';
import { contentOf } from '../../content/content.ts';

/** Reprints whose source is to be looked at again, each answered with one click by whoever may: to others `acts` are not offered. */
export async function reprintAlerts(payload: Payload, now: Date, mayAnswer = true): Promise<Alert[]> {
  const { reprintCheckHours } = await contentOf(payload).nightlyTerms();
  return (await dueReprints(payload, now, reprintCheckHours))
    .map((reprint) => alertOf(reprint, now))
    .map(({ acts, ...alert }) => (mayAnswer && acts ? { ...alert, acts } : alert));
}

function alertOf(reprint: DueReprint, now: Date): Alert {
  const { due, found, releaseId, source, storyId, title, url } = reprint;
  const at = { id: `reprint-${releaseId}`, href: `/admin/collections/stories/${storyId}` };
  const act = (result: SourceResult) => ({
    label: sourceResults[result],
    path: `/api/stories/${storyId}/source`,
    body: { release: releaseId, result },
  });
  if (found === 'gone')
    return {
      ...at,
      shape: 'refused',
      word: '源稿没有了',
      what: `转载稿《${title}》的源稿（${source} ${url}）已经删除或撤回。`,
      advice: '请终审人核对后马上撤回这一篇；看错了的，打开源稿核对后按下面的按钮。',
      button: '去撤回',
      acts: [act('stands')],
    };
  if (found === 'changed')
    return {
      ...at,
      shape: 'refused',
      word: '源稿改了',
      what: `转载稿《${title}》的源稿（${source} ${url}）改动过，我们这一版还是旧的。`,
      advice: '请对照源稿改稿，重新送审签发；不再适合转载的请撤回。',
      button: '去改稿',
      acts: [act('stands'), act('gone')],
    };
  return {
    ...at,
    shape: 'person',
    word: '核对源稿',
    what: `转载稿《${title}》上线满一天，源稿（${source} ${url}）${moment(due)}起该核对一次，已等${lasting(Math.max(0, now.getTime() - due.getTime()))}。`,
    advice: '请打开源稿看一眼：还在不在，标题和内容改没改，然后按一下结果。',
    button: '看稿件',
    acts: [act('stands'), act('changed'), act('gone')],
  };
}
