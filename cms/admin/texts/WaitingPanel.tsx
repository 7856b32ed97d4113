'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';
import { useStanding } from '../saved/use-save-store.ts';
import { CheckedWords, lacksReason, saidWith } from './CheckedWords.tsx';
import { RefuseWords } from './RefuseWords.tsx';
import { useWords, type Words } from './use-words.ts';
import './texts.css';

/** 公开文字: 现在 and 改为 side by side, and the second person's 同意. */
export const WaitingPanel = () => {
  const { collectionSlug, id } = useDocumentInfo();
  const row = id === undefined ? null : `/api/${collectionSlug}/${id}`;
  const path = row && `${row}/agree`;
  const { standing } = useStanding(`${collectionSlug}/${id}`);
  const { load, words } = useWords(path);
  const { busy, said, send } = useRequest('没有收到服务器的回答：请刷新页面，看看有没有同意上。');
  const [reason, setReason] = useState('');
  useEffect(() => {
    if (standing === 'saved') void load();
  }, [load, standing]);
  if (row === null || path === null) return <p className="cx-quiet">存好以后等第二人同意，之前网站上不显示。</p>;
  if (!words) return null;
  const agree = async () => {
    // The reason was about these words; whatever waits next needs one of its own.
    if ((await send(path, saidWith(words, reason))).ok) setReason('');
    await load();
  };
  return (
    <section aria-labelledby="cx-waiting" className="cx-waiting">
      <h3 id="cx-waiting">网站上的文字</h3>
      <Standing words={words} />
      {words.waits && <WordsTable lines={words.lines} />}
      {words.waits && (
        <CheckedWords onReason={setReason} reason={reason} whom="没有改过这段文字的保密审查人" words={words} />
      )}
      {words.mayAgree && (
        <p>
          <button
            className="cx-button cx-button--main"
            disabled={busy || standing !== 'saved' || lacksReason(words, reason)}
            onClick={() => void agree()}
            type="button"
          >
            {busy ? '正在同意…' : '同意，换上新的'}
          </button>
        </p>
      )}
      {words.mayRefuse && <RefuseWords onDone={load} path={row} version={words.version} />}
      <Said said={said} />
    </section>
  );
};

/** In which state the words are, and whose turn it is. */
const Standing = ({ words: { meanwhile, refusal, waits, writers } }: { words: Words }) => {
  if (!waits) return <p className="cx-quiet">和这里存着的一样。改了以后等第二人同意，{meanwhile}。</p>;
  const by = writers.length > 0 ? `写的人：${writers.join('、')}。` : '';
  if (refusal)
    return (
      <p className="cx-waiting__blame">
        {refusal.name}没有同意：{refusal.reason}　{by}
      </p>
    );
  return (
    <p>
      等第二人同意，{meanwhile}。{by}
    </p>
  );
};

export const WordsTable = ({ lines }: { lines: { label: string; now: string; next: string }[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">哪一项</th>
        <th scope="col">现在</th>
        <th scope="col">改为</th>
      </tr>
    </thead>
    <tbody>
      {lines
        .filter(({ next, now }) => next !== now)
        .map(({ label, next, now }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{now || '（没有）'}</td>
            <td>{next || '（没有）'}</td>
          </tr>
        ))}
    </tbody>
  </table>
);
