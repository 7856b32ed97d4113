import type { Endpoint } from 'payload';
import { z } from 'zod';
import { allow, staffEndpoint } from '../access/staff-endpoint.ts';
import { pauseChannel, resumeChannel } from '../store/channel-pauses.ts';
import { answer, readBody } from '../http/http.ts';
import { mayEnter } from './may-enter.ts';
import { contentOf } from '../content/content.ts';

const channel = z
  .string({ error: '请写明渠道（channel）。' })
  .trim()
  .min(1, '请选一个渠道。')
  .max(60, '没有这个渠道：请从列表里选。');
const reason = z
  .string({ error: '请写明原因（reason）。' })
  .trim()
  .min(2, '请写一句原因，让接班的人看得懂。')
  .max(100, '原因最多100字，请缩短。');
const bodies = {
  pause: z.strictObject({ channel, reason }, { error: '暂停只收两个字段：channel（渠道）和 reason（原因），请核对。' }),
  resume: z.strictObject({ channel }, { error: '恢复只收一个字段：channel（渠道），请核对。' }),
};

/**
 * `POST /api/channel-pauses/pause` with `{ channel, reason }`, `POST /api/channel-pauses/resume` with `{ channel }`:
 * 终审 and 管理员 hold a channel back and let it go on. → 200 or 4xx, always `{ message }`.
 */
const change = (act: 'pause' | 'resume') =>
  staffEndpoint('post', `/${act}`, async ({ now, payload, person, req }) => {
    allow(mayEnter(person), '只有终审人和管理员可以暂停或恢复渠道。');
    const sent = await readBody(req, bodies[act]);
    const known = (await contentOf(payload).channels()).find(({ id }) => id === sent.channel);
    if (!known) return answer(422, `没有名为“${sent.channel}”的渠道：请从列表里选。`);
    const said = { channel: known.id, by: person.name, at: now };
    const why = 'reason' in sent ? String(sent.reason) : null;
    if (why !== null) {
      const done = await pauseChannel(payload, { ...said, reason: why });
      return done
        ? answer(200, `${known.name}已暂停：还没开始发的都会等着，恢复后再发。`)
        : answer(409, `${known.name}已经暂停了，不用再暂停一次。`);
    }
    const done = await resumeChannel(payload, said);
    return done
      ? answer(200, `${known.name}已恢复：一分钟之内接着发；等过了补发时限的按“错过时”处理。`)
      : answer(409, `${known.name}没有暂停，不用恢复。`);
  });

export const pauseEndpoints: Endpoint[] = [change('pause'), change('resume')];
