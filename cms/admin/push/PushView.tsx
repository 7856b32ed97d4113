import type { AdminViewServerProps } from 'payload';
import './push.css';
import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import { systemClock } from '../../../campaigns/ports/clock.ts';
import { HttpError } from '../../http/http-error.ts';
import { lookAtChoice, lookAtPush, type PushSheet } from '../../push/look.ts';
import type { DailyStanding } from '../../daily/standing.ts';
import { Desk, requirePerson } from '../parts/Desk.tsx';
import { PushDeskView } from './PushDeskView.tsx';

const standingWords: Record<DailyStanding, string> = {
  waiting: '等第二人确认',
  confirmed: '第二人确认过了，到时发出',
  declined: '第二人没有同意',
  cancelled: '已取消',
};

const fresh = { channels: [], words: [], festive: false, misfire: 'late', misfireWindow: 180 } as const;

/** `/admin/push?story=ID` asks for a push of a signed story, `/admin/push?post=ID` shows one that was asked for. */
export async function PushView(props: AdminViewServerProps) {
  const asked = props.searchParams ?? {};
  const single = (value: unknown) => (typeof value === 'string' ? value.slice(0, 64) : '');
  const [story, post] = [single(asked.story), single(asked.post)];
  const { payload, person } = requirePerson(props, post ? `/admin/push?post=${post}` : `/admin/push?story=${story}`);
  const now = systemClock.now();
  const sheet = await read(() =>
    post
      ? lookAtPush({ payload, person, now }, post)
      : lookAtChoice({ payload, person, now }, { ...fresh, story, channels: [], words: [] }),
  );
  return (
    <Desk props={props} trail={[{ label: '日历', url: '/admin/calendar' }, { label: '日常推送' }]}>
      <main className="cx-view">
        {typeof sheet === 'string' ? (
          <>
            <h1>日常推送</h1>
            <p className="cx-empty">{sheet}</p>
          </>
        ) : (
          <>
            <header className="cx-head">
              <div>
                <h1>推送《{sheet.title}》</h1>
                <p className="cx-lead">
                  {sheet.post
                    ? sheet.post.isOver && sheet.post.standing !== 'cancelled'
                      ? '已经发出或处理过'
                      : standingWords[sheet.post.standing]
                    : '不属于活动的推送：选渠道和时间，另一个人确认以后才发。'}
                </p>
              </div>
              <p className="cx-buttons">
                <a className="cx-button" href={`/admin/collections/stories/${sheet.form.story}`}>
                  看稿件
                </a>
              </p>
            </header>
            <PushDeskView sheet={sheet} today={civilDay(now)} />
          </>
        )}
      </main>
    </Desk>
  );
}

/** The sheet, or the sentence that says why there is none. */
async function read(look: () => Promise<PushSheet>): Promise<PushSheet | string> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof HttpError) return error.message;
    throw error;
  }
}
