'use client';
import { useState } from 'react';
import type { Base, Compared } from '../../review/difference/since.ts';
import { sentenceOf } from '../parts/sentence-of.ts';
import { useNewest } from '../parts/use-newest.ts';
import { Pieces } from './Pieces.tsx';

const bases: Record<Base, string> = { review: '和我上次审时比', release: '和在线的版本比' };
const kinds = { added: '新增', removed: '删去', changed: '改动' } as const;

const lost = '没有连上服务器：请检查网络后再试。';

/** 改了哪里: asked only when somebody wants to know. */
export function ReviewDifference({ storyId }: { storyId: string }) {
  const [shown, setShown] = useState<Compared | string | null>(null);
  const begin = useNewest();
  const ask = async (base: Base) => {
    const isNewest = begin();
    const found = await fetch(`/api/stories/${storyId}/difference?since=${base}`, { cache: 'no-store' })
      .then(async (response) => {
        const answer = (await response.json()) as Compared;
        return response.ok ? answer : (sentenceOf(answer) ?? lost);
      })
      .catch(() => lost);
    if (isNewest()) setShown(found);
  };
  return (
    <details>
      <summary>改了哪里</summary>
      <div className="cx-review__acts">
        {(Object.keys(bases) as Base[]).map((base) => (
          <button className="cx-button" key={base} onClick={() => void ask(base)} type="button">
            {bases[base]}
          </button>
        ))}
      </div>
      <div aria-live="polite">{typeof shown === 'string' ? <p>{shown}</p> : shown && <Changes compared={shown} />}</div>
    </details>
  );
}

const Changes = ({ compared: { against, formatOnly, paragraphs, parts } }: { compared: Compared }) => (
  <>
    <p>{against}</p>
    {parts.map(({ part, pieces }) => (
      <div key={part}>
        <h4>{part}</h4>
        <Pieces list={pieces} />
      </div>
    ))}
    {paragraphs.map(({ kind, number, pieces }, i) => (
      <div key={i}>
        <h4>
          {kind === 'removed' ? '原' : ''}第{number}段　{kinds[kind]}
        </h4>
        <Pieces list={pieces} />
      </div>
    ))}
    {formatOnly && <p>正文的文字没有变，小标题、加粗、链接或表格改过。</p>}
  </>
);
