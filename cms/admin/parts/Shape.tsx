import type { Shape as Name } from '../../words/delivery-looks.ts';

const drawings: Record<Name, React.ReactNode> = {
  done: <circle cx="8" cy="8" fill="currentColor" r="6" />,
  wait: <circle cx="8" cy="8" fill="none" r="5" stroke="currentColor" strokeWidth="1.6" />,
  busy: (
    <>
      <circle cx="8" cy="8" fill="none" r="5" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 3a5 5 0 0 0 0 10z" fill="currentColor" />
    </>
  ),
  person: <path d="M8 2.2 14.4 13.6H1.6z" fill="none" stroke="currentColor" strokeLinejoin="round" strokeWidth="1.6" />,
  unknown: (
    <>
      <path d="M8 1.4 14.6 8 8 14.6 1.4 8z" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 4.8v3.9M8 9.9v1.5" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  refused: (
    <>
      <path d="M2.4 2.4h11.2v11.2H2.4z" fill="currentColor" />
      <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" stroke="var(--theme-bg)" strokeWidth="1.6" />
    </>
  ),
  gone: (
    <>
      <circle cx="8" cy="8" fill="none" r="5" stroke="currentColor" strokeWidth="1.6" />
      <path d="m4.6 11.4 6.8-6.8" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
};

/** A state as shape and word; the word is what counts, the shape is for scanning. */
export const StateMark = ({ shape, word }: { shape: Name; word: string }) => (
  <span className={`cx-state cx-state--${shape}`}>
    <ShapeIcon shape={shape} />
    {word}
  </span>
);

export const ShapeIcon = ({ shape }: { shape: Name }) => (
  <svg
    aria-hidden="true"
    className={`cx-shape cx-state--${shape}`}
    focusable="false"
    height="16"
    viewBox="0 0 16 16"
    width="16"
  >
    {drawings[shape]}
  </svg>
);
