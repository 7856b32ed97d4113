'use client';

/** What `GET …/agree` says of the checks and of whoever looks. */
interface Checked {
  barring: string[];
  doubts: string[];
  mayAgree: boolean;
}

/** Whether a reason must be written, and is. The server counts again. */
export const lacksReason = ({ doubts }: Checked, reason: string): boolean =>
  doubts.length > 0 && reason.trim().length < 4;

/** What is sent with 同意. */
export const saidWith = (
  { doubts, version }: Checked & { version: string },
  reason: string,
): { version: string; reason?: string } => ({ version, ...(doubts.length > 0 ? { reason } : {}) });

/** What the checks said of words that wait, who may decide it, and the secrecy reviewer's reason. */
export const CheckedWords = ({
  onReason,
  reason,
  whom,
  words: { barring, doubts, mayAgree },
}: {
  onReason(reason: string): void;
  reason: string /** Whom to ask. */;
  whom: string;
  words: Checked;
}) => (
  <>
    {[...barring, ...doubts].map((sentence) => (
      <p className="cx-waiting__blame" key={sentence}>
        {sentence}
      </p>
    ))}
    {barring.length === 0 && doubts.length > 0 && !mayAgree && (
      <p className="cx-quiet">确属看错的，请{whom}写明理由后同意。</p>
    )}
    {mayAgree && doubts.length > 0 && (
      <label>
        理由（为什么是检查看错了，会留在操作记录里）
        <textarea maxLength={200} onChange={(event) => onReason(event.target.value)} rows={2} value={reason} />
      </label>
    )}
  </>
);
