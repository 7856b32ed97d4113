import type { Payload } from 'payload';
import { subjectOf } from '../../texts/subjects.ts';
import type { WaitingText } from '../../desk/texts/waiting.ts';
import { moment, shorten } from '../../words/words.ts';
import type { Alert } from './alerts.ts';
import { textTerms } from './text-terms.ts';

/**
 * Corrections whose term is over and that still wait for a second person: no copy has been put right.
 * @param texts whatever is open (`openTexts`), what somebody refused among it
 */
export async function textAlerts(payload: Payload, texts: readonly WaitingText[], now: Date): Promise<Alert[]> {
  const dueOf = await textTerms(payload);
  return texts
    .filter(({ refusal }) => refusal === null)
    .flatMap((text) => {
      const due = dueOf(text);
      if (due === null || due > now) return [];
      const { blamed, id, since, subject, title } = text;
      return [
        {
          id: `text-${subject}-${id}`,
          shape: 'refused' as const,
          word: `${subjectOf(subject).noun}逾期`,
          what: `改为“${shorten(title, 20)}”的${subjectOf(subject).noun}${moment(since)} 登记，期限已经过了，还没有第二人同意：网页上只写正在更正，各渠道的副本都没有更正。`,
          advice: blamed
            ? '像是指名批评：请没有写过它的保密审查人今天判定；不该登的，写明理由不登。'
            : '请没有写过它的初审、复审或终审人今天看过，同意，或写明理由不登。',
          button: '去看',
          href: `/admin/collections/${subject}/${id}`,
        },
      ];
    });
}
