import { reviewerName, type Review } from '../../story/act.ts';
import type { Stage } from '../../story/stage.ts';
import { ShapeIcon } from '../parts/Shape.tsx';
import { moment } from '../../words/words.ts';
import { reviewSteps } from './review-steps.ts';

const looks = {
  done: { shape: 'done', word: '通过' },
  now: { shape: 'busy', word: '等待中' },
  later: { shape: 'wait', word: '未到' },
} as const;

/** The three reviews and the secrecy check, each with who and when. */
export const ReviewSteps = ({ reviews, stage }: { reviews: Review[]; stage: Stage }) => (
  <ol>
    {reviewSteps(stage, reviews).map(({ name, review, state }) => (
      <li key={name}>
        <ShapeIcon shape={looks[state].shape} />
        <span>
          {name}　{looks[state].word}
          {review && (
            <small>
              {reviewerName(review)}　{moment(new Date(review.at))}
            </small>
          )}
        </span>
      </li>
    ))}
  </ol>
);
