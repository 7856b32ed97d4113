import { campaignWords } from '../../words/campaign-words.ts';
import { APIError, type CollectionBeforeChangeHook } from 'payload';
import { personOf } from '../../access/person-of.ts';
import type { Campaign } from '../../payload-types.ts';
import { keepCopy } from '../../texts/agreed-copies.ts';
import { openWords } from '../../texts/open-words.ts';
import { postsOf } from './posts-seen.ts';
import { problemsOf } from './problems-of.ts';
import { refusalOf, refusedBy } from '../../texts/refusal.ts';

const refuse = (message: string, status = 403) => new APIError(message, status, null, true);
const others =
  '请一位没有写过的终审人来确认；只有一位终审人的，先请一位没有写过的审核人（初审、复审或终审）在“网站上的文字”里同意，再确认。您写的没有保存。';

/**
 * Confirming a campaign is the second person's act: it covers the words of the campaign and of its posts as they stood, and
 * nobody confirms words of their own (docs/decisions/046). What the signer writes in the same save (the number of the
 * approval) waits for somebody else. Comes before `noteWriters`.
 */
export const confirmWords: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const person = personOf(req);
  const before = (originalDoc ?? {}) as Campaign;
  if (!person || data.state !== 'confirmed' || (operation === 'update' && before.state === 'confirmed')) return data;
  if (operation === 'create')
    throw refuse(
      `新建的活动先存成“${campaignWords.draft}”：自己写的不能自己确认，请存好以后由没有写过的终审人确认。您写的没有保存。`,
    );
  const { payload } = req;
  const posts = await postsOf(req, before.id);
  // Of a script that says nothing of what it has seen the shell fills in what stood when the save began.
  if (typeof data.postsSeen === 'string' && data.postsSeen !== before.postsSeen)
    throw refuse(
      '您打开以后，这个活动的排期有人改过、加过或删过，所以没有确认：请刷新页面，看过排期现在的“说明”再确认。您写的都还在，刷新以后可以接着用。',
      409,
    );
  const [own, theirs] = [await openWords(payload, 'campaigns', [before]), await openWords(payload, 'posts', posts)];
  const isMine = ({ writers }: { writers: { id: string }[] }) => writers.some(({ id }) => id === person.id);
  if (own.some(isMine)) throw refuse(`这个活动的文字您自己写过或改过，不能自己确认：${others}`);
  const mine = theirs.find(isMine);
  if (mine) throw refuse(`排期“${mine.row.label}”的说明您自己写过或改过，不能自己确认：${others}`);
  const no = [
    ...own.map(({ row }) => refusalOf('campaigns', row)),
    ...theirs.map(({ row }) => refusalOf('posts', row)),
  ].find((one) => one && one.by !== person.id);
  if (no) throw refuse(`${refusedBy(no)}您写的没有保存。`, 409);
  const looked = await Promise.all([
    ...own.map(({ row, words }) => problemsOf(payload, 'campaigns', { ...row }, words)),
    ...theirs.map(({ row, words }) => problemsOf(payload, 'posts', { ...row }, words)),
  ]);
  for (const {
    barring: [bar],
    doubts: [doubt],
  } of looked) {
    const problem = bar ?? doubt;
    if (problem)
      throw refuse(
        `${problem.message}${doubt && !bar ? '确属看错的，请保密审查人在“网站上的文字”里写明理由同意，再确认。' : ''}`,
        422,
      );
  }
  // Before the row says so: a confirmed campaign without its copy would be shown to nobody, or with older words.
  const by = { id: person.id, name: person.name };
  for (const { row, words, writers } of own)
    await keepCopy(req, 'campaigns', row.id, words, { writers, by, note: '确认活动' });
  for (const { row, words, writers } of theirs)
    await keepCopy(req, 'posts', row.id, words, { writers, by, note: '随活动确认' });
  return data;
};
