import { byProof, need } from './gate.ts';

/** Impact assessment before a person is published (个人信息保护法 §55–56). */
export const G11 = byProof(({ piaBy, piaNo, piaOn }, { today }) => [
  ...need(piaNo && piaBy && piaOn, '请填写个人信息保护影响评估的编号、批准人和批准日期：评估没有批准不能指名。'),
  ...(piaOn && piaOn > today ? ['影响评估的批准日期在今天以后，请核对。'] : []),
]);
