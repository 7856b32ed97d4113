import { sealBody, sealStrokes } from '../seal.ts';

/** The 信 seal. It is decoration beside words that say the same. */
export const Seal = ({ size = 30 }: { size?: number }) => (
  <svg aria-hidden="true" className="cx-seal" focusable="false" height={size} viewBox="0 0 48 48" width={size}>
    <path className="cx-seal__body" d={sealBody} />
    <path d={sealStrokes} fill="none" stroke="#fffdf9" strokeWidth="3.3" />
  </svg>
);
