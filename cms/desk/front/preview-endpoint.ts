import { minuteInstant } from '../../../campaigns/calendar/civil-day.ts';
import { staffEndpoint } from '../../access/staff-endpoint.ts';
import { answer, content } from '../../http/http.ts';
import { previewFront } from './preview-front.ts';

/** `GET /api/front-pages/preview?at=2027-03-15T09:00` → what leads and what is pinned then, agreed and saved. */
export const previewEndpoint = staffEndpoint('get', '/preview', async ({ payload, req }) => {
  const at = minuteInstant(req.searchParams.get('at') ?? '');
  if (!at) return answer(422, '请选要看哪一天、几点的首页，例如 2027-03-15T09:00。');
  return content(await previewFront(payload, at));
});
