'use client';
import { FieldError, useField } from '@payloadcms/ui';
import type { JSONFieldClientComponent } from 'payload';
import { useMemo, useState } from 'react';
import type { LexiconEntry } from '../../checks/lexicon/lexicon.ts';
import './checking.css';
import { EntryRow } from './EntryRow.tsx';

/** A page of rows: a list of ten thousand words must not stand in the browser as forty thousand inputs. */
const shownAtOnce = 50;
const empty: LexiconEntry = { wrong: '', right: '', why: '', level: 'warn', allow: [], quotable: false };

/** 词条 as a table with a filter; what is typed goes into the form and is checked at save. */
export const LexiconEntries: JSONFieldClientComponent = ({ path, readOnly }) => {
  const { disabled, errorMessage, setValue, showError, value } = useField<LexiconEntry[]>({ path });
  const [filter, setFilter] = useState('');
  const [page, setPage] = useState(0);
  const sought = filter.trim();
  const entries = useMemo(() => (Array.isArray(value) ? value : []), [value]);
  const found = useMemo(
    () =>
      entries
        .map((entry, at) => ({ at, entry }))
        .filter(({ entry: { allow, right, why, wrong } }) =>
          `${wrong}\n${right}\n${why}\n${(allow ?? []).join('\n')}`.includes(sought),
        ),
    [entries, sought],
  );
  const pages = Math.max(1, Math.ceil(found.length / shownAtOnce));
  const shown = found.slice(Math.min(page, pages - 1) * shownAtOnce, (Math.min(page, pages - 1) + 1) * shownAtOnce);
  const fixed = Boolean(readOnly) || disabled;
  const put = (at: number, entry: LexiconEntry) => setValue(entries.map((old, i) => (i === at ? entry : old)));
  const add = () => {
    setValue([empty, ...entries]);
    setFilter('');
    setPage(0);
  };
  return (
    <section aria-labelledby="cx-entries" className="cx-words field-type">
      <h3 id="cx-entries">
        词条：{entries.length}条{sought && `，找到${found.length}条`}
      </h3>
      <FieldError message={errorMessage ?? ''} path={path} showError={showError} />
      <div className="cx-words__bar">
        <label>
          查找
          <input
            onChange={(event) => {
              setFilter(event.target.value);
              setPage(0);
            }}
            placeholder="错误写法、正确写法、说明或例外"
            type="search"
            value={filter}
          />
        </label>
        {!fixed && (
          <button className="cx-button" onClick={add} type="button">
            加一条
          </button>
        )}
      </div>
      <div className="cx-words__scroll">
        <table>
          <thead>
            <tr>
              <th>错误写法</th>
              <th>正确写法</th>
              <th>说明</th>
              <th>级别</th>
              <th>例外（用、分开）</th>
              <th>加引号可解释</th>
              <th>
                <span className="cx-hidden">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ at, entry }) => (
              <EntryRow
                entry={entry}
                fixed={fixed}
                key={at}
                number={at + 1}
                onChange={(next) => put(at, next)}
                onRemove={() => setValue(entries.filter((_, i) => i !== at))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <p className="cx-words__bar">
          <button className="cx-button" disabled={page <= 0} onClick={() => setPage(page - 1)} type="button">
            上一页
          </button>
          <span>
            第{Math.min(page, pages - 1) + 1}页，共{pages}页
          </span>
          <button className="cx-button" disabled={page >= pages - 1} onClick={() => setPage(page + 1)} type="button">
            下一页
          </button>
        </p>
      )}
    </section>
  );
};
