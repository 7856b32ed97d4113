'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect } from 'react';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';
import { useStanding } from '../saved/use-save-store.ts';
import { useWords } from './use-words.ts';
import './texts.css';

/** 公开文字: 现在 and 改为 side by side, and the second person's 同意. */
export const WaitingPanel = () => {
  const { collectionSlug, id } = useDocumentInfo();
  const path = id === undefined ? null : `/api/${collectionSlug}/${id}/agree`;
  const { standing } = useStanding(`${collectionSlug}/${id}`);
  const { load, words } = useWords(path);
  const { busy, said, send } = useRequest('没有收到服务器的回答：请刷新页面，看看有没有同意上。');
  useEffect(() => { if (standing === 'saved') void load(); }, [load, standing]);
  if (path === null) return <p className="cx-quiet">存好以后等第二人同意，之前网站上不显示。</p>;
  if (!words) return null;
  const agree = async () => {
    await send(path, { version: words.version });
    await load();
  };
  return (
    <section aria-labelledby="cx-waiting" className="cx-waiting">
      <h3 id="cx-waiting">网站上的文字</h3>
      {words.waits ? <p>等第二人同意，之前网站上还是原来的。{words.writers.length > 0 && `改的人：${words.writers.join('、')}。`}</p> : <p className="cx-quiet">和这里存着的一样。改了以后等第二人同意，之前网站上还是原来的。</p>}
      {words.waits && <WordsTable lines={words.lines} />}
      {words.mayAgree && <p><button className="cx-button cx-button--main" disabled={busy || standing !== 'saved'} onClick={() => void agree()} type="button">{busy ? '正在同意…' : '同意，换上新的'}</button></p>}
      <Said said={said} />
    </section>
  );
};

export const WordsTable = ({ lines }: { lines: { label: string; now: string; next: string }[] }) => (
  <table>
    <thead><tr><th scope="col">哪一项</th><th scope="col">现在</th><th scope="col">改为</th></tr></thead>
    <tbody>
      {lines.filter(({ next, now }) => next !== now).map(({ label, next, now }) => (
        <tr key={label}><th scope="row">{label}</th><td>{now || '（没有）'}</td><td>{next || '（没有）'}</td></tr>
      ))}
    </tbody>
  </table>
);
