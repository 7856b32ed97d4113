'use client';
import { useState } from 'react';
import type { ImportReport } from '../../checking/lexicons/import-report.ts';
import { sentenceOf } from '../parts/sentence-of.ts';
import { useNewest } from '../parts/use-newest.ts';
import './checking.css';

interface Answer {
  ok: boolean;
  message: string;
  report?: ImportReport;
}

/** Looking changes nothing; an import whose answer was lost may have been made, and made again it changes nothing more. */
const lost = (dry: boolean): Answer => ({
  ok: false,
  message: dry
    ? '没有连上服务器，什么都没有改变：请检查网络后再试。'
    : '没有收到服务器的回答，不知道导入了没有：请检查网络后再导入一次，同一份文件不会导入两遍。',
});
const lines = [
  ['slug', '短名', 'local-terms'],
  ['title', '名称', '本地用语'],
  ['edition', '版次', '2026-11-21'],
  ['owner', '归谁管', '编辑部'],
  ['source', '依据', '文件名称或提供单位'],
] as const;

/** 导入词表: first what would change, then the change. */
export const LexiconImport = () => {
  const [file, setFile] = useState<File | null>(null);
  const [head, setHead] = useState<Record<string, string>>({ group: 'wording' });
  const [said, setSaid] = useState<(Answer & { dry: boolean }) | null>(null);
  const [busy, setBusy] = useState(false);
  const begin = useNewest();
  const isYaml = /\.ya?ml$/i.test(file?.name ?? '');
  // What was looked at, or is being looked at, is not what would be imported now.
  const changed = () => {
    begin();
    setSaid(null);
  };
  const change = (name: string, value: string) => {
    setHead({ ...head, [name]: value });
    changed();
  };
  const send = async (dry: boolean) => {
    if (!file) return;
    setBusy(true);
    const isNewest = begin();
    const given = Object.entries(isYaml ? {} : head).filter(([, value]) => value.trim() !== '');
    const query = new URLSearchParams([
      ['name', file.name],
      ...given,
      ...(dry ? [['dry', '1'] as [string, string]] : []),
    ]);
    const answer = await fetch(`/api/lexicons/import?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
      .then(async (response): Promise<Answer> => {
        const body = await response.json();
        return { ...body, ok: response.ok, message: sentenceOf(body) ?? lost(dry).message };
      })
      .catch(() => lost(dry));
    if (!dry || isNewest()) setSaid({ ...answer, dry });
    setBusy(false);
    if (answer.ok && !dry) window.location.reload();
  };
  return (
    <details className="cx-words">
      <summary>从文件导入词表（XLSX、CSV、YAML）</summary>
      <p className="cx-quiet">
        表格第一行写列名：错误写法、正确写法、说明、级别（阻止或提醒）、例外；领导人姓名职务写：姓名、职务（现任）、常见错写、原职务（用、分开）。同一短名的词表会整张换成文件里的词条；同一份文件再导入一次，什么都不会变。
      </p>
      <div className="cx-words__bar">
        <label>
          文件
          <input
            accept=".csv,.xlsx,.yaml,.yml"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              changed();
            }}
            type="file"
          />
        </label>
        {!isYaml &&
          lines.map(([name, label, example]) => (
            <label key={name}>
              {label}
              <input
                onChange={(event) => change(name, event.target.value)}
                placeholder={example}
                value={head[name] ?? ''}
              />
            </label>
          ))}
        {!isYaml && (
          <label>
            种类
            <select onChange={(event) => change('group', event.target.value)} value={head.group}>
              <option value="wording">用字用词</option>
              <option value="insult">侮辱性词语</option>
              <option value="ai-mark">人工智能痕迹</option>
            </select>
          </label>
        )}
      </div>
      <p className="cx-buttons">
        <button className="cx-button" disabled={!file || busy} onClick={() => void send(true)} type="button">
          先看会改什么
        </button>
        {said?.ok && said.dry && (
          <button className="cx-button cx-button--main" disabled={busy} onClick={() => void send(false)} type="button">
            导入
          </button>
        )}
      </p>
      {said && (
        <p className={said.ok ? undefined : 'cx-red'} role={said.ok ? 'status' : 'alert'}>
          {said.message}
        </p>
      )}
      {said?.report &&
        (
          [
            ['新增', said.report.added],
            ['改动', said.report.changed],
            ['删去', said.report.removed],
          ] as const
        ).map(
          ([word, list]) =>
            list.length > 0 && (
              <p key={word}>
                {word}：{list.slice(0, 60).join('、')}
                {list.length > 60 && ' 等'}
              </p>
            ),
        )}
    </details>
  );
};
