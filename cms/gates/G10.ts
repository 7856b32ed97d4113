import { blames } from '../story/answer.ts';
import { byProof, need } from './gate.ts';

/**
 * Sealed records (治安管理处罚法 §136, 预防未成年人犯罪法 §59): never tied to anybody, no override. What a text says about
 * such records is the checks' business (`sealed/…`): there the secrecy reviewer
 * alone can say that it was read wrongly.
 */
export const G10 = byProof(({ record }, { answer }) => [
  ...(blames(answer) && !answer.sealed ? need(record, '请选记录的性质。') : []),
  ...(answer.sealed || record === 'public-security' || record === 'sealed-crime'
    ? ['治安违法记录和封存的犯罪记录不得公开是谁：不能指名，没有例外。']
    : []),
]);
