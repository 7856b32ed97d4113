import type { Alert } from '../queries/alerts.ts';
import { AlertActs } from './AlertActs.tsx';
import { StateMark } from '../parts/Shape.tsx';

/** What is wrong, what not to do, one button each. Nothing here can be dismissed. */
export const AlertList = ({ alerts }: { alerts: Alert[] }) => (
  <section aria-labelledby="cx-alerts">
    <header className="cx-section">
      <h2 id="cx-alerts">警报</h2>
      <p>处理完自动消失，不能手工关掉</p>
    </header>
    {alerts.length === 0 ? (
      <p className="cx-empty">没有警报。</p>
    ) : (
      <ul className="cx-alerts">
        {alerts.map(({ acts, advice, button, href, id, shape, what, word }) => (
          <li key={`${word}${id}`}>
            <StateMark shape={shape} word={word} />
            <div>
              <p>{what}</p>
              <p className="cx-quiet">{advice}</p>
              {acts && <AlertActs acts={acts} />}
            </div>
            <a className="cx-button" href={href}>
              {button}
            </a>
          </li>
        ))}
      </ul>
    )}
  </section>
);
