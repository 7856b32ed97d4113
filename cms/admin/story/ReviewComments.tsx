'use client';
import type { ShownComment } from '../../review/comments/comments.ts';
import { Said } from '../parts/Said.tsx';
import { moment, shorten } from '../../words/words.ts';
import { CommentForm } from './CommentForm.tsx';
import { useComments } from './use-comments.ts';

/** 批注: what was said about which paragraph, open ones first. */
export function ReviewComments({
  onChanged,
  storyId,
  unsaved,
}: {
  onChanged: () => void;
  storyId: string;
  unsaved: boolean;
}) {
  const { add, busy, resolve, said, sheet } = useComments(storyId, unsaved, onChanged);
  const open = sheet?.comments.filter(({ resolved }) => !resolved) ?? [];
  const closed = sheet?.comments.filter(({ resolved }) => resolved) ?? [];
  return (
    <details open={open.length > 0}>
      <summary>批注（{open.length}条未办结）</summary>
      {open.map((comment) => (
        <div key={comment.id}>
          <Comment comment={comment} />
          {comment.refusal === null && (
            <div className="cx-review__acts">
              <button
                aria-label={`办结：${comment.text}`}
                className="cx-button"
                disabled={busy}
                onClick={() => void resolve(comment.id)}
                type="button"
              >
                办结
              </button>
            </div>
          )}
        </div>
      ))}
      {sheet && <CommentForm disabled={busy} onSend={add} paragraphs={sheet.paragraphs} />}
      <Said said={said} />
      {closed.length > 0 && (
        <details>
          <summary>已办结（{closed.length}条）</summary>
          {closed.map((comment) => (
            <Comment comment={comment} key={comment.id} />
          ))}
        </details>
      )}
    </details>
  );
}

const Comment = ({
  comment: { at, byName, must, orphaned, paragraph, quote, resolved, text },
}: {
  comment: ShownComment;
}) => (
  <>
    <p>
      {must && <span className="cx-review__must">必须改　</span>}
      {text}
      <small>
        {byName}　{moment(new Date(at))}
        {'　'}
        {paragraph !== null ? `第${paragraph}段` : orphaned ? '所在的段落已经删去或重写' : '全文'}
        {resolved && `　${resolved.byName}办结`}
      </small>
    </p>
    {quote && <blockquote>{shorten(quote, 61)}</blockquote>}
  </>
);
