import { caseFindings, told } from './case-findings.ts';
import { byProof } from './gate.ts';

/** Natural persons: nothing beyond what the list itself publishes; no address, telephone, account, plate (个人信息保护法 §6, §28), and no weak mask (G07). */
export const G06 = byProof((_, { story }) => told(caseFindings(story, 'personal-data/')));
