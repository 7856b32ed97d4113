import { instantOf, isCivilDay } from '../../../campaigns/calendar/civil-day.ts';
import { staffEndpoint } from '../../access/staff-endpoint.ts';
import { answer, content } from '../../http/http.ts';
import { previewFront } from './preview-front.ts';

/** `GET /api/front-pages/preview?at=2027-03-15T09:00` → what leads and what is pinned then, agreed and saved. */
export const previewEndpoint = staffEndpoint('get', '/preview', async ({ payload, req }) => {
  const at = req.searchParams.get('at') ?? '';
  const [day, time] = [at.slice(0, 10), at.slice(11)];
  if (!isCivilDay(day) || !/^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(at))
    return answer(422, '请选要看哪一天、几点的首页，例如 2027-03-15T09:00。');
  return content(await previewFront(payload, instantOf(day, time)));
});
