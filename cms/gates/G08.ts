import { byProof, need } from './gate.ts';

/**
 * Minors (未成年人保护法 §103): never named, no override. What the text of any case says about minors, named or not, is
 * the checks' business (`minor/…`): there the secrecy reviewer alone can say that it was read wrongly.
 */
export const G08 = byProof(({ subject }, { answer }) => [
  ...(answer.minor
    ? ['这里批评的事情里有认得出来的未成年人：不得写出，没有例外。请改到谁也认不出来，再改答案。']
    : need(subject, '请选当事人是单位还是成年人。')),
  ...(subject === 'minor' ? ['当事人是未成年人：任何案例都不能指名，没有例外。'] : []),
  ...(subject === 'unknown' ? ['查不清当事人是否成年：不能指名，请改为匿名案例。'] : []),
]);
