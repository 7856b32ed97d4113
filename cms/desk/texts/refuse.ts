import type { PayloadRequest } from 'payload';
import { systemClock, type Clock } from '../../../campaigns/ports/clock.ts';
import type { Person } from '../../access/person.ts';
import { saidNumber } from '../../checking/save/said-number.ts';
import { agreedCopy } from '../../texts/agreed-copies.ts';
import { afterAgreeing } from './after-agreeing.ts';
import { rowOf } from './agree.ts';
import { isAgreer, type Agreed } from './may-become-public.ts';
import { openWordsOf } from '../../texts/open-words.ts';
import { refusedDoor, refusalOf, type Refusal } from '../../texts/refusal.ts';
import { subjectOf, type SubjectSlug } from '../../texts/subjects.ts';
import { wordingName } from '../../texts/wording.ts';

/**
 * 不同意: whoever might agree says why not. The words stay as they were written, go back to whoever wrote them, and are
 * asked anew as soon as they are changed; what the public reads stays as it is. Rows that are evidence (`fixed`) cannot be
 * changed: whoever wrote them may take them back as well. Repeating it changes nothing.
 * @param version the name of the wording that the person has seen (`wordingName`)
 */
export async function refuse(
  req: PayloadRequest,
  subject: SubjectSlug,
  id: string,
  person: Person,
  version: string,
  said: string,
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<Agreed> {
  const { fixed = false, noun, unagreed } = subjectOf(subject);
  if (!isAgreer(person)) return { status: 403, message: notYours };
  const row = await rowOf(req, subject, id);
  if (!row) return { status: 404, message: `没有这条${noun}：它可能已被删除。` };
  const open = openWordsOf(subject, row, await agreedCopy(req.payload, subject, id));
  const isMine = open?.writers.some((writer) => writer.id === person.id) ?? false;
  if (isMine && !fixed)
    return { status: 403, message: '这段文字您自己写过或改过：不要了，请直接改掉，或改回网站上的样子保存。' };
  if (!open)
    return {
      status: 409,
      message:
        '这段文字已经在网站上了，不能再说不同意：有不对的，请改过再由第二人同意；更正本身有误的，请再作一次更正。',
    };
  if (wordingName(open.words) !== version)
    return { status: 409, message: '您看过以后，这段文字又改过了，所以没有记下：请刷新页面，看过新的文字再说。' };
  const reason = said.trim();
  const number = saidNumber({ 理由: reason });
  if (number) return { status: 422, message: number };
  if ([...reason].length < 4) return { status: 422, message: '没有记下：请写一句理由，至少4个字，写的人照着改。' };
  if (!refusalOf(subject, row)) {
    const refused: Refusal = { version, by: person.id, name: person.name, at: clock.now().toISOString(), reason };
    // By the database itself: the words are not touched, and rows that are evidence are not changed in any other way.
    await req.payload.db.updateOne({
      collection: subject,
      id,
      data: { refused: refusedDoor.write(refused) },
      req,
      returning: false,
    });
  }
  await afterAgreeing(req.payload, clock, subject, row);
  return {
    status: 200,
    message: `已记下不同意：${open.writers.map(({ name }) => name).join('、') || '写的人'}在“今日”里看得到理由；${unagreed}。`,
  };
}

const notYours = '您的职责不能决定公开文字：请初审、复审或终审人来看。';
