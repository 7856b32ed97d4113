import type { Piece } from '../../review/difference/pieces.ts';

const words = { added: '增', removed: '删' } as const;

/** A changed text: each change says 增 or 删 before it, for those who do not see the strokes. */
export const Pieces = ({ list }: { list: readonly Piece[] }) => (
  <p className="cx-review__text">
    {list.map(({ kind, text }, i) => {
      if (kind === 'same') return <span key={i}>{text}</span>;
      const Mark = kind === 'added' ? 'ins' : 'del';
      return (
        <Mark key={i}>
          <small>{words[kind]}</small>
          {text}
        </Mark>
      );
    })}
  </p>
);
