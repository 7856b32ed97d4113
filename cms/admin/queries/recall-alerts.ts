import type { Payload } from 'payload';
import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import type { Workdays } from '../../../campaigns/calendar/workday.ts';
import { openRecalls, orderKind, type RecallState } from '../../../campaigns/ports/recall.ts';
import { deliveryWords, receiptWords } from '../../../campaigns/ports/state-words.ts';
import { recallLooks } from '../../words/delivery-looks.ts';
import { moment, nearMoment } from '../../words/words.ts';
import type { Alert } from './alerts.ts';
import { findDeliveries, type DeliveryRow } from '../../ledger/deliveries.ts';
import { contentOf } from '../../content/content.ts';

/** Copies that are to be taken back or put right, and are not yet: the earliest deadline first, louder with the working days gone by. */
export async function recallAlerts(payload: Payload, now: Date): Promise<Alert[]> {
  const { rows } = await findDeliveries(payload, { recall: { in: [...openRecalls] } }, { sort: 'recallBy' });
  if (rows.length === 0) return [];
  const [{ escalate }, workdays] = await Promise.all([contentOf(payload).recallTerms(), contentOf(payload).workdays()]);
  return rows.map((row) => alertOf(row, now, passedSteps(row.recallAt, now, escalate, workdays)));
}

/** Those of `steps` (working days since the decision) that are wholly over by `now`. Pure. */
export function passedSteps(decidedAt: Date | null, now: Date, steps: readonly number[], workdays: Workdays): number[] {
  if (!decidedAt) return [];
  return steps.filter((n) => workdays.addWorkingDays(civilDay(decidedAt), n).day < civilDay(now));
}

function alertOf(row: DeliveryRow, now: Date, passed: readonly number[]): Alert {
  const act = orderKind(row.recallOrder) === 'correct' ? '更正' : '撤回';
  const recall = row.recall ?? 'due';
  const { shape, word } = recallLooks[recall];
  const late = row.recallBy !== null && row.recallBy < now;
  const decided = row.recallAt ? `${moment(row.recallAt)} 决定${act}` : `已决定${act}`;
  const by = row.recallBy ? `，期限是${nearMoment(row.recallBy, now)}${late ? '，已经过了' : ''}` : '';
  const last = passed.at(-1);
  return {
    id: row.id,
    shape: late ? 'refused' : shape,
    word: `${act}${late ? '逾期' : '未完'}`,
    what: `${row.channelName}《${row.title}》${decided}，这一份现在${word}${by}。`,
    advice: `${last === undefined ? '' : urge(passed.length, last)}${advice(recall, act)}`,
    button: '去处理',
    href: `/admin/ledger?state=recall#d-${row.id}`,
  };
}

/** Who must know by now: the one who handles it, then the signer, then the head of the unit. */
const urge = (level: number, days: number): string =>
  [
    `已过${days}个工作日，请今天催办。`,
    `已过${days}个工作日，请报终审人督办。`,
    `已过${days}个工作日，请报单位负责人，并书面函告对方。`,
  ][Math.min(level, 3) - 1] ?? '';

function advice(recall: RecallState, act: string): string {
  switch (recall) {
    case 'no-receipt':
      return '通知已经给了对方，请催对方回执，收到后在台账里登记；已经刊印的，请对方在最近一期刊登更正。';
    case 'person':
      return act === '撤回'
        ? '请照台账里写明的步骤登录账号处理，再登记“已从平台撤下”；不要用别的账号再发。'
        : `请照台账里写明的步骤更正，再登记“${receiptWords.corrected}”。`;
    default:
      return `系统正在办，请不要再发这一篇；办不了的会转成${deliveryWords.dead}，写明怎样做。`;
  }
}
