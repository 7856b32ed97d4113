'use client';
import { useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';

interface Props {
  collection: string;
  id: string;
  fields: { path: string; label: string }[];
}

interface Seen {
  label: string;
  lines: string[];
  /** Of a file: where it is to be had for five minutes. */
  href: string | null;
}

const lost = '没有收到服务器的回答：请检查网络后再试。';

/** 查看个人信息: asks why, then shows it on this page until one leaves it. */
export function PersonalPanel({ collection, fields, id }: Props) {
  const { busy, forget, said, send } = useRequest(lost);
  const [asking, setAsking] = useState(false);
  const [field, setField] = useState(fields[0]?.path ?? '');
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState<Seen | null>(null);
  const look = async () => {
    const answer = await send('/api/personal-data/view', { collection, id, field, reason });
    if (!answer.ok) return;
    const { lines = [], value } = answer as typeof answer & { lines?: string[]; value?: unknown };
    setSeen({
      label: fields.find(({ path }) => path === field)?.label ?? '',
      lines,
      href: field === 'file' && typeof value === 'string' ? value : null,
    });
    setAsking(false);
  };
  return (
    <section aria-label="个人信息" className="cx-personal">
      <p className="cx-quiet">
        {fields.map(({ label }) => label).join('、')}涉及个人信息：写明理由才能查看，每次查看都会记下来。
      </p>
      <p className="cx-buttons">
        <button
          className="cx-button"
          onClick={() => {
            forget();
            setReason('');
            setAsking(true);
          }}
          type="button"
        >
          查看个人信息
        </button>
      </p>
      <div aria-live="polite">
        {seen && <strong>{seen.label}</strong>}
        {seen?.href && (
          <p>
            <a href={seen.href}>打开文件（五分钟之内有效）</a>
          </p>
        )}
        {seen &&
          !seen.href &&
          (seen.lines.length > 0 ? (
            <ul>
              {seen.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : (
            <p>没有填写。</p>
          ))}
      </div>
      {asking && (
        <Dialog onClose={() => setAsking(false)} title="查看个人信息">
          {/* No form of its own: it stands inside the page's, which Enter would save. */}
          <div
            className="cx-dialog__fields"
            onKeyDown={(event) => {
              // Enter also ends what is being put together from pinyin: that is no question yet.
              if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing)
                return;
              event.preventDefault();
              if (!busy) void look();
            }}
            role="group"
          >
            <label>
              看哪一项
              <select onChange={(event) => setField(event.target.value)} value={field}>
                {fields.map(({ label, path }) => (
                  <option key={path} value={path}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <label>
              理由（5到200字）
              <input
                data-first
                maxLength={200}
                minLength={5}
                onChange={(event) => setReason(event.target.value)}
                required
                value={reason}
              />
            </label>
            {said?.ok === false && <Said said={said} />}
            <p className="cx-buttons">
              <button className="cx-button cx-button--main" disabled={busy} onClick={() => void look()} type="button">
                查看并记录
              </button>
              <button className="cx-button" onClick={() => setAsking(false)} type="button">
                取消
              </button>
            </p>
          </div>
        </Dialog>
      )}
    </section>
  );
}
