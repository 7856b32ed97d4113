'use client';
import { useState } from 'react';
import type { FrontPreview as Preview, FrontTitles } from '../../desk/front/preview-front.ts';
import { sentenceOf } from '../parts/sentence-of.ts';

const unread = '没有连上服务器：请检查网络后再按一次。';

/** 首页预览: what the front page will be on a chosen day, by the code that the site reads with. */
export function FrontPreview() {
  const [at, setAt] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const look = async () => {
    setSaid(null);
    try {
      const response = await fetch(`/api/front-pages/preview?at=${encodeURIComponent(at)}`, { cache: 'no-store' });
      const answer = await response.json();
      if (response.ok) setPreview(answer);
      else setSaid(sentenceOf(answer) ?? unread);
    } catch {
      setSaid(unread);
    }
  };
  return (
    <section aria-labelledby="cx-front" className="cx-review">
      <h3 id="cx-front">首页预览</h3>
      <label>
        看哪一天、几点的首页（北京时间）
        <input onChange={(event) => setAt(event.target.value)} type="datetime-local" value={at} />
      </label>
      <div className="cx-review__acts">
        <button className="cx-button" disabled={at === ''} onClick={() => void look()} type="button">
          看那时的首页
        </button>
      </div>
      {said && (
        <p className="cx-red" role="alert">
          {said}
        </p>
      )}
      {preview && (
        <div role="status">
          <Titles name="已同意的编排" titles={preview.agreed} />
          <Titles name="最近保存的编排" titles={preview.saved} />
        </div>
      )}
    </section>
  );
}

const Titles = ({ name, titles: { lead, pinned } }: { name: string; titles: FrontTitles }) => (
  <>
    <h4>{name}</h4>
    <p>头条：{lead ?? '没有定，照常由活动或最新稿件领头'}</p>
    {pinned.length === 0 ? (
      <p>置顶：没有</p>
    ) : (
      <ol>
        {pinned.map((title, i) => (
          <li key={i}>{title}</li>
        ))}
      </ol>
    )}
  </>
);
