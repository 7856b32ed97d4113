import { byProof, need } from './gate.ts';

/** Legal document: the listing rests on a document in force, whose date starts the clock. */
export const G03 = byProof(({ docDate, docNo }, { today }) => [
  ...need(docNo, '请填写认定文书文号：没有生效文书不能指名。'),
  ...need(docDate, '请填写认定文书日期：公示期从这一天起算。'),
  ...(docDate && docDate > today ? ['认定文书日期在今天以后，请核对。'] : []),
]);
