'use client';
import { useState } from 'react';
import { Findings } from './Findings.tsx';
import { jumpTo } from './jump.ts';
import { Limits } from './Limits.tsx';
import { PreviewDock } from './PreviewDock.tsx';
import { useLookedAt } from './use-looked-at.ts';
import { useTyped } from './use-typed.ts';

/** 检查与预览: what is wrong, how long it is and how it will look; all of what is typed just now. */
export function StoryDesk({ storyId }: { storyId: string | null }) {
  const typed = useTyped(storyId, 700);
  const looked = useLookedAt(typed);
  const [open, setOpen] = useState(false);
  const [lost, setLost] = useState(false);
  return (
    <section aria-labelledby="cx-desk" className="cx-desk">
      <h3 id="cx-desk">检查</h3>
      {looked.trouble && (
        <p className="cx-red" role="alert">
          {looked.trouble}
        </p>
      )}
      {looked.findings ? (
        <Findings
          findings={looked.findings}
          onJudged={looked.again}
          onJump={(place) => setLost(!jumpTo(place))}
          storyId={storyId}
        />
      ) : (
        !looked.trouble && <p className="cx-quiet">正在检查…</p>
      )}
      {lost && (
        <p className="cx-quiet" role="status">
          表单里现在没有那一格：请按上面写的地方找。
        </p>
      )}
      <h3>字数</h3>
      {looked.preview ? <Limits preview={looked.preview} /> : !looked.trouble && <p className="cx-quiet">正在数…</p>}
      <div className="cx-buttons">
        <button aria-expanded={open} className="cx-button" onClick={() => setOpen(!open)} type="button">
          {open ? '关闭预览' : '预览：微信、微博、报纸、网站'}
        </button>
      </div>
      {open && <PreviewDock looked={looked} onClose={() => setOpen(false)} />}
    </section>
  );
}
