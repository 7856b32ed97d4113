import { decodeHTML } from 'entities';
import type { Clock } from '../../ports/clock.ts';
import type { Channel, Correction, Outcome, SendJob, WithdrawJob, WithdrawOutcome } from '../channel.ts';
import { growing } from '../shared/backoff.ts';
import { askPage as askByHttp, releaseMark, type AskPage, type PageAnswer } from './ask-page.ts';

export interface SiteChannelOptions {
  id: string;
  name: string;
  /** How pages are asked; over HTTP unless a test or a simulation knows better. */
  askPage?: AskPage;
}

const minute = 60_000;

/**
 * The public site as a row in the ledger. Signing publishes and withdrawing takes down by itself, at once; this channel
 * only asks the page, as a visitor does, whether that has really happened. It never changes anything.
 */
export function createSiteChannel(
  { id, name, askPage = askByHttp }: SiteChannelOptions,
  { clock }: { clock: Clock },
): Channel {
  /** From a minute to an hour, so that a page that never comes does not fill the ledger. */
  const wait = ({ lastSendAt }: SendJob) =>
    growing((lastSendAt ?? clock.now()).getTime(), clock.now().getTime(), minute, 60 * minute);

  async function check(job: SendJob): Promise<Outcome> {
    const answer = await askPage(job.link, job.signal);
    const mark = releaseMark(job.release);
    if (answer.kind === 'silent')
      return { kind: 'retry', after: minute, note: `网站没有回答（${answer.reason}），稍后再看。` };
    if (answer.status === 200 && answer.release === mark) {
      return {
        kind: 'confirmed',
        externalId: `s${job.release.serial}-v${job.release.version}`,
        url: addressOf(job),
        note: `网页已是第${job.release.version}版。`,
      };
    }
    if (answer.status === 410) return { kind: 'refused', note: '网站上这篇报道已撤回。' };
    return { kind: 'sent', externalId: null, lookAfter: wait(job), note: `${shown(answer)}，等网站更新。` };
  }

  async function gone(job: WithdrawJob): Promise<WithdrawOutcome> {
    const answer = await askPage(job.link, job.signal);
    if (answer.kind === 'silent')
      return { kind: 'retry', after: minute, note: `网站没有回答（${answer.reason}），稍后再看。` };
    if (answer.status === 410) return { kind: 'deleted', note: '网页已换成撤回说明。' };
    if (answer.status === 404) return { kind: 'already-gone', note: '网站上没有这个页面。' };
    if (answer.status === 200 && answer.release !== null && answer.release !== releaseMark(job.release))
      return { kind: 'deleted', note: '网页已是另一版，这一版不再显示。' };
    return { kind: 'retry', after: minute, note: `${shown(answer)}，还没有撤下。` };
  }

  return {
    id,
    name,
    validate: () => [],
    send: check,
    // A page that is not there yet has not been “sent” by anybody: the ledger goes on asking.
    look: check,
    withdraw: gone,
    lookWithdrawn: gone,

    async correct(job: WithdrawJob, { right }: Correction) {
      const answer = await askPage(job.link, job.signal);
      if (answer.kind === 'answer' && answer.status === 200 && correctionsOf(answer.html).includes(right))
        return { kind: 'corrected', note: '更正已在网页上公开。' };
      if (answer.kind === 'answer' && (answer.status === 404 || answer.status === 410))
        return { kind: 'already-gone', note: '网站上已没有这篇报道。' };
      return { kind: 'retry', after: minute, note: '网页上还没有这处更正，稍后再看。' };
    },
  };
}

const addressOf = ({ link }: SendJob): string => link.replace(/\?.*$/, '');

const shown = (answer: Extract<PageAnswer, { kind: 'answer' }>): string =>
  answer.status === 200
    ? answer.release === null
      ? '网页上看不出是哪一版'
      : `网页现在是第${answer.release.split('-')[0]}版`
    : `网页的回答是${answer.status}`;

/** What is read in the part of a page in which corrections stand. */
const correctionsOf = (html: string): string => decodeHTML(/id="corrections"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '');
