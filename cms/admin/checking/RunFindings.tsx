'use client';
import { useField } from '@payloadcms/ui';
import type { JSONFieldClientComponent } from 'payload';
import type { NightlyFinding } from '../../checking/nightly/nightly-finding.ts';
import './checking.css';

/** What a run found, by story, column and account; of a version that was held back there is no subject. */
export const RunFindings: JSONFieldClientComponent = ({ path }) => {
  const { value } = useField<(Partial<Pick<NightlyFinding, 'subject'>> & Omit<NightlyFinding, 'subject'>)[]>({ path });
  const findings = Array.isArray(value) ? value : [];
  return (
    <section aria-labelledby="cx-run" className="cx-words field-type">
      <h3 id="cx-run">发现的问题：{findings.length}处</h3>
      {findings.length === 0 && <p className="cx-quiet">没有发现问题。</p>}
      <ul>
        {findings.map(({ at, level, mend, rule, subject, text }, i) => (
          <li key={`${rule}${i}`}>
            <b className={level === 'block' ? 'cx-red' : 'cx-amber'}>
              {level === 'block' ? '■ 必须处理' : '△ 提醒'}
              {'　'}
              {subject?.kind === 'story' ? (
                <a href={`/admin/collections/stories/${subject.storyId}`}>《{subject.title}》</a>
              ) : (
                subject?.title
              )}
            </b>
            <span>
              {at}
              {text && `：${text}`}
            </span>
            <span>{mend}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
