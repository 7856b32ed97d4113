import type { UIFieldServerComponent } from 'payload';
import '../../admin.css';
import { movesDoor } from '../../../schedule/move-record.ts';
import { moveSentences } from './movable-post.ts';
import type { Post } from '../../../payload-types.ts';

/** On a post's page: who moved it, when and why, newest first; nothing while nobody has. */
export const MoveHistory: UIFieldServerComponent = ({ data }) => {
  const sentences = moveSentences(movesDoor.read((data as Partial<Post>).moves).value);
  return (
    sentences.length > 0 && (
      <section aria-labelledby="cx-moves" className="cx-moves">
        <h3 id="cx-moves">改期记录</h3>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    )
  );
};
