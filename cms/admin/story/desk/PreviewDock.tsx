'use client';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { View, viewNames, type ViewName } from './Views.tsx';
import type { LookedAt } from './use-looked-at.ts';

const names = Object.keys(viewNames) as ViewName[];

/** The previews beside the text while it is written, one at a time; or all four side by side over the whole window. */
export function PreviewDock({ looked: { busy, preview, trouble }, onClose }: { looked: LookedAt; onClose(): void }) {
  const [name, setName] = useState<ViewName>('wechat');
  const [wide, setWide] = useState(false);
  const dock = useRef<HTMLElement>(null);
  useEffect(() => dock.current?.focus(), []);
  const shown = wide ? names : [name];
  return createPortal(
    <aside
      aria-label="各渠道预览"
      className={wide ? 'cx-dock cx-dock--wide' : 'cx-dock'}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      ref={dock}
      tabIndex={-1}
    >
      <div className="cx-dock__head">
        {wide ? (
          <strong>四处并排</strong>
        ) : (
          <div aria-label="渠道" className="cx-dock__tabs" role="group">
            {names.map((one) => (
              <button aria-pressed={one === name} key={one} onClick={() => setName(one)} type="button">
                {viewNames[one]}
              </button>
            ))}
          </div>
        )}
        <span aria-live="polite" className="cx-quiet">
          {busy ? '更新中…' : ''}
        </span>
        <button className="cx-button" onClick={() => setWide(!wide)} type="button">
          {wide ? '只看一处' : '四处并排'}
        </button>
        <button className="cx-button" onClick={onClose} type="button">
          关闭
        </button>
      </div>
      {trouble && (
        <p className="cx-red" role="alert">
          {trouble}
        </p>
      )}
      {!preview && !trouble && <p className="cx-quiet">正在排版…</p>}
      {preview && (
        <div className="cx-dock__views">
          {shown.map((one) => (
            <section aria-label={viewNames[one]} className={`cx-dock__view cx-dock__view--${one}`} key={one}>
              {wide && <h3>{viewNames[one]}</h3>}
              <View name={one} preview={preview} />
            </section>
          ))}
        </div>
      )}
    </aside>,
    document.body,
  );
}
