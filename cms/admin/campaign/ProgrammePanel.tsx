'use client';
import { useStanding } from '../saved/use-save-store.ts';
import { GoalTable } from './GoalTable.tsx';
import { ResultTable } from './ResultTable.tsx';
import { TaskList } from './TaskList.tsx';
import { useProgramme } from './use-programme.ts';

/** 方案与进展: tasks, goals against the schedule, results after the end, and the documents made of them. */
export function ProgrammePanel({ campaignId }: { campaignId: string }) {
  const unsaved = useStanding(`campaigns/${campaignId}`).standing !== 'saved';
  const { act, busy, said, sheet } = useProgramme(campaignId, unsaved);
  const file = (name: string) => `/api/campaigns/${campaignId}/${name}`;
  const bringTasks = async () => {
    // The form shows the tasks that were brought: load it anew rather than show what was.
    if (await act('tasks')) window.location.reload();
  };
  return (
    <section aria-labelledby="cx-programme" className="cx-programme">
      <header className="cx-section">
        <h2 id="cx-programme">方案与进展</h2>
        {unsaved && <p>有改动还没有保存，下面是保存过的内容</p>}
      </header>
      <p className="cx-buttons">
        <a className="cx-button" href={file('plan.docx')}>
          下载方案
        </a>
        <a className="cx-button" href={file('report.docx')}>
          下载总结
        </a>
        <a className="cx-button" href={file('report.xlsx')}>
          下载数据表
        </a>
        {sheet?.mayCopy && (
          <button className="cx-button" disabled={busy || unsaved} onClick={() => void act('copy')} type="button">
            复制到明年
          </button>
        )}
        {sheet?.mayEdit && sheet.tasks.length === 0 && (
          <button className="cx-button" disabled={busy || unsaved} onClick={() => void bringTasks()} type="button">
            带出常用分工
          </button>
        )}
      </p>
      {said && (
        <p className={said.ok ? 'cx-review__said' : 'cx-review__said cx-red'} role={said.ok ? 'status' : 'alert'}>
          {said.message}
          {said.id && (
            <>
              {' '}
              <a href={`/admin/collections/campaigns/${said.id}`}>打开草稿</a>
            </>
          )}
        </p>
      )}
      {!sheet && !said && <p>正在读取…</p>}
      {sheet && (
        <>
          {sheet.warnings.map((sentence) => (
            <p className="cx-quiet" key={sentence}>
              {sentence}
            </p>
          ))}
          {sheet.summary && <p>{sheet.summary}</p>}
          <div className="cx-programme__two">
            <TaskList tasks={sheet.tasks} />
            <GoalTable sheet={sheet} />
          </div>
          {sheet.comparison && <ResultTable comparison={sheet.comparison} year={sheet.year} />}
          {sheet.calendar && (
            <details>
              <summary>把任务和推送订到手机日历</summary>
              <p>在日历软件里选“订阅日历”，贴上这个地址。地址只属于您，请不要转给别人；改密码以后旧地址失效。</p>
              <input
                aria-label="我的日程地址"
                onFocus={(event) => event.target.select()}
                readOnly
                value={sheet.calendar}
              />
            </details>
          )}
        </>
      )}
    </section>
  );
}
