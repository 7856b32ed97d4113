import { addDays } from '../../campaigns/calendar/civil-day.ts';
import { byProof, need, type Proof } from './gate.ts';
import type { GatePolicy } from '../content/load-gate-policy.ts';

/** Source: 谁制作谁公开 (信息公开条例 §10). Only a numbered record of the authority itself, looked at freshly. */
export const G02 = byProof((proof, { policy, today }) => [
  ...need(proof.authority, '请填写认定单位。'),
  ...need(proof.recordId, '请填写来源记录编号：没有编号的记录不能引用。'),
  ...(proof.recordUrl ? known(proof.recordUrl, policy) : ['请填写来源记录网址。']),
  ...fresh(proof, today, policy.sourceFreshDays),
]);

function known(url: string, { ownSuffix, sources }: GatePolicy): string[] {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const below = (parent: string) => host === parent || host.endsWith(`.${parent}`);
  if (sources.some((source) => below(source.host)) || below(ownSuffix)) return [];
  return [
    `来源记录网址不是认定机关的网站：只认${sources.map(({ name }) => name).join('、')}和认定单位自己的政府网站。`,
  ];
}

function fresh({ fetchedOn }: Proof, today: string, days: number): string[] {
  if (!fetchedOn) return ['请填写核对来源的日期。'];
  if (fetchedOn > today) return ['核对来源的日期在今天以后，请核对。'];
  return addDays(fetchedOn, days) < today
    ? [`来源记录是${fetchedOn}核对的，已经超过${days}天：请重新核对，看记录是否还在。`]
    : [];
}
