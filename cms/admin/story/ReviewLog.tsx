import { reviewActs, reviewerName, type Review } from '../../story/act.ts';
import { moment } from '../../words/words.ts';

/** What was chosen then, whether or not it has come since. */
const times = (from?: string, until?: string) =>
  [...(from ? [`${moment(new Date(from))} 上线`] : []), ...(until ? [`${moment(new Date(until))} 下线`] : [])].join(
    '，',
  );

/** Everything that was ever decided about the story, newest first. */
export const ReviewLog = ({ reviews }: { reviews: Review[] }) =>
  reviews.length === 0 ? null : (
    <details>
      <summary>审签记录（{reviews.length}条）</summary>
      <ol>
        {reviews.toReversed().map(({ act, at, by, byName, forName, note, passage, showFrom, showUntil, toName }) => (
          <li key={`${at}${act}${by}`} style={{ display: 'block' }}>
            {moment(new Date(at))}　{reviewerName({ byName, ...(forName ? { forName } : {}) })}　{reviewActs[act]}
            {toName && `给${toName}`}
            {(showFrom || showUntil) && <small>{times(showFrom, showUntil)}</small>}
            {passage && (
              <small>
                “{passage.wrong}”改为“{passage.right}”
              </small>
            )}
            {note && <small>{note}</small>}
          </li>
        ))}
      </ol>
    </details>
  );
