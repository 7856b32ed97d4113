import { z } from 'zod';
import { cleanText } from '../words/clean-line.ts';
import type { ReviewAct } from '../story/act.ts';
import { showingShape, type AskedShowing } from './asked-showing.ts';

const note = z
  .string({ error: 'note 应是一段文字。' })
  .max(500, '意见最多500字，请缩短。')
  .transform(cleanText)
  .optional();
const passage = (name: string) =>
  z
    .string({ error: `请写${name}。` })
    .trim()
    .min(1, `请写${name}。`)
    .max(200, `${name}最多200字，只写有误的那一处。`);

const plain = z.strictObject({ note }, { error: '只收一个字段 note（意见），请核对。' });
const handOn = z.strictObject(
  { note, to: z.string({ error: '请选转交给谁。' }).min(1, '请选转交给谁。').max(64, '没有这个账号，请重新选。') },
  { error: '只收 to（转交给谁）和 note（意见），请核对。' },
);
const correction = z
  .strictObject(
    {
      wrong: passage('原文（有误的那一处）'),
      right: passage('改为'),
      note: z.string({ error: '请写明更正的原因，会公开显示。' }).trim().max(200, '更正的原因最多200字，请缩短。'),
    },
    { error: '只收 wrong（原文）、right（改为）和 note（原因），请核对。' },
  )
  .refine(({ right, wrong }) => right !== wrong, '“改为”和“原文”一样，没有更正什么。');

const signing = z.strictObject(
  { note, ...showingShape },
  { error: '只收 note（意见）、showFrom（定时上线）和 showUntil（定时下线），请核对。' },
);

export interface ActBody {
  note: string;
  /** sign, reschedule: 上线时间. */
  showing?: AskedShowing;
  to?: string;
  passage?: { wrong: string; right: string };
}

/** What came with an act, or one Chinese sentence about what is wrong with it. */
export function readActBody(act: ReviewAct, sent: unknown): ActBody | string {
  if (act === 'correct-urgent') {
    const parsed = correction.safeParse(sent);
    return parsed.success
      ? { note: parsed.data.note, passage: { wrong: parsed.data.wrong, right: parsed.data.right } }
      : sentences(parsed.error);
  }
  if (act === 'reassign') {
    const parsed = handOn.safeParse(sent);
    return parsed.success ? { note: parsed.data.note ?? '', to: parsed.data.to } : sentences(parsed.error);
  }
  if (act === 'sign' || act === 'reschedule') {
    const parsed = signing.safeParse(sent);
    if (!parsed.success) return sentences(parsed.error);
    const { note = '', showFrom, showUntil } = parsed.data;
    return { note, showing: { from: showFrom, until: showUntil } };
  }
  const parsed = plain.safeParse(sent);
  return parsed.success ? { note: parsed.data.note ?? '' } : sentences(parsed.error);
}

const sentences = (error: z.ZodError): string => error.issues.map(({ message }) => message).join('');
