import { z } from 'zod';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { staffEndpoint } from '../access/staff-endpoint.ts';
import { answer, readBody } from '../http/http.ts';
import { saidNumber } from '../checking/save/said-number.ts';
import { correctStory } from './correct-story.ts';

const passage = (name: string) =>
  z
    .string({ error: `请写${name}。` })
    .trim()
    .min(1, `请写${name}。`)
    .max(200, `${name}最多200字，只写有误的那一处。`);
const body = z
  .strictObject(
    {
      wrong: passage('原文（有误的那一处）'),
      right: passage('改为'),
      note: z.string({ error: '说明应是一段文字。' }).trim().max(200, '说明最多200字，请缩短。').default(''),
    },
    { error: '只收 wrong（原文）、right（改为）和 note（说明），请核对。' },
  )
  .refine(({ right, wrong }) => right !== wrong, '“改为”和“原文”一样，没有更正什么。');

/**
 * `POST /api/stories/:id/correction` with `{ wrong, right, note? }`: a signer corrects one passage of what is live. The
 * page says at once that something is being corrected; its words, and the copies, wait for a second person. The text
 * itself is mended by signing it again. → `{ message }`.
 */
export const correctionEndpoint = staffEndpoint('post', '/:id/correction', async ({ id, payload, person, req }) => {
  const sent = await readBody(req, body, '更正没有看懂，请核对。');
  const { note, right, wrong } = sent;
  const number = saidNumber({ 原文: wrong, 改为: right, 说明: note });
  if (number) return answer(422, number);
  const result = await correctStory({ payload, clock: systemClock }, id, person, sent);
  return answer(result.status, result.message);
});
