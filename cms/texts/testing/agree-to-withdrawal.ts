import { createLocalReq, type Payload } from 'payload';
import type { Person } from '../../access/person.ts';
import { agree } from '../../desk/texts/agree.ts';
import type { Agreed } from '../../desk/texts/may-become-public.ts';
import { wordingName, wordingOf } from '../wording.ts';

/** A second person agrees to the words of a story's newest withdrawal. */
export async function agreeToWithdrawal(payload: Payload, story: string, person: Person): Promise<Agreed> {
  const {
    docs: [row],
  } = await payload.find({
    collection: 'withdrawals',
    where: { story: { equals: story } },
    sort: '-decidedAt',
    limit: 1,
    depth: 0,
  });
  if (!row) throw new Error('no withdrawal');
  return agree(
    await createLocalReq({}, payload),
    'withdrawals',
    row.id,
    person,
    wordingName(wordingOf('withdrawals', { ...row })),
  );
}
