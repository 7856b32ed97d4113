import { byProof, need } from './gate.ts';

/** Reply and objection: whoever is named finds on the same page where to object (民法典 §1028–1029). */
export const G18 = byProof(({ objection }) => need(objection, '请填写异议入口：页面上要写明找谁、怎么提异议。'));
