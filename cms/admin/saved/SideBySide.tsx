'use client';
import { useMemo, useState } from 'react';
import type { ClientField } from 'payload';
import { chosenContent, chosenInEither, compareTexts, type Side } from './compare-texts.ts';
import { CopyButton } from './CopyButton.tsx';
import type { Content } from './same-content.ts';
import { useTitles } from './use-titles.ts';

interface Props {
  mine: Content;
  /** The row as it was opened. */
  read: Content;
  theirs: Content;
  fields: readonly ClientField[];
  busy: boolean;
  onChosen: (content: Content) => void;
}

/** Both texts, field by field, to choose from and to copy. */
export function SideBySide({ busy, fields, mine, onChosen, read, theirs }: Props) {
  const chosen = useMemo(() => chosenInEither(mine, theirs, fields), [fields, mine, theirs]);
  const titles = useTitles(chosen);
  const differences = useMemo(
    () => compareTexts(mine, read, theirs, fields, titles),
    [fields, mine, read, theirs, titles],
  );
  const [choice, setChoice] = useState<Record<string, Side>>({});
  const all = (side: Side) => setChoice(Object.fromEntries(differences.map(({ name }) => [name, side])));
  return (
    <>
      {differences.length === 0 && (
        <p>填写的内容没有不同，只是状态变了：可以再按保存，或者刷新页面看看走到了哪一步。</p>
      )}
      {differences.length > 0 && (
        <table className="cx-sides">
          <thead>
            <tr>
              <th scope="col">哪一项</th>
              <th scope="col">现在存着的</th>
              <th scope="col">您写的</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ both, label, mine: own, name, proposed, theirs: other }) => (
              <tr key={name}>
                <th scope="row">
                  {label}
                  {both && <small className="cx-red"> 两边都改了</small>}
                </th>
                {(['theirs', 'mine'] as const).map((side) => (
                  <td key={side}>
                    <label>
                      <input
                        checked={(choice[name] ?? proposed) === side}
                        name={`cx-side-${name}`}
                        onChange={() => setChoice({ ...choice, [name]: side })}
                        type="radio"
                      />
                      {side === 'mine' ? '用我写的' : '用存着的'}
                    </label>
                    <pre>{side === 'mine' ? own : other}</pre>
                    <CopyButton
                      text={side === 'mine' ? own : other}
                      what={`${label}，${side === 'mine' ? '我写的' : '存着的'}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="cx-buttons">
        <button
          className="cx-button cx-button--main"
          disabled={busy}
          onClick={() => onChosen(chosenContent(mine, theirs, differences, choice))}
          type="button"
        >
          按选的保存
        </button>
        {differences.length > 1 && (
          <button className="cx-button" onClick={() => all('mine')} type="button">
            全用我写的
          </button>
        )}
        {differences.length > 1 && (
          <button className="cx-button" onClick={() => all('theirs')} type="button">
            全用存着的
          </button>
        )}
      </div>
    </>
  );
}
