'use client';
import { useState } from 'react';
import type { ComparedFile } from '../../desk/texts/compare-file.ts';
import { Said } from '../parts/Said.tsx';
import { useRequest } from '../parts/use-request.ts';
import { CheckedWords, lacksReason, saidWith } from './CheckedWords.tsx';
import { useWords } from './use-words.ts';
import { WordsTable } from './WaitingPanel.tsx';
import './texts.css';

/** One file that waits: 现在 and 改为 side by side, what the checks say, and the reviewer's 同意. */
export const FilePanel = ({
  file,
  path,
  wrote,
}: {
  file: ComparedFile;
  path: string /** When the file was last written, for people. */;
  wrote: string;
}) => {
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  // What it says by now is asked for only after something was done: until then what the page came with is what was seen.
  const { load, words } = useWords(isAsked ? path : null);
  const { busy, said, send } = useRequest('没有收到服务器的回答：请刷新页面，看看有没有同意上。');
  const shown = words ?? file;
  const agree = async () => {
    const { ok } = await send(path, saidWith(shown, reason));
    if (isAsked) await load();
    setAsked(true);
    if (ok) setReason('');
  };
  return (
    <div className="cx-waiting">
      {shown.waits ? (
        <p>
          {file.file}：{file.why}。文件上次写入：{wrote}。
        </p>
      ) : (
        <p className="cx-quiet">{file.file}：网站上的文字和这份文件一样了。</p>
      )}
      {shown.waits && <WordsTable lines={shown.lines} />}
      {shown.waits && <CheckedWords onReason={setReason} reason={reason} whom="保密审查人" words={shown} />}
      {shown.mayAgree && (
        <p>
          <button
            className="cx-button cx-button--main"
            disabled={busy || lacksReason(shown, reason)}
            onClick={() => void agree()}
            type="button"
          >
            {busy ? '正在同意…' : '同意，换上新的'}
          </button>
        </p>
      )}
      <Said said={said} />
    </div>
  );
};
