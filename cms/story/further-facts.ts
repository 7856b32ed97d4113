import { factRows } from './fields/derive.ts';
import { roleModelFacts } from './fields/role-model.ts';
import type { RoleModelFacts } from './facts.ts';

/** What a page says of a role model below name, category, batch and place, which it draws itself. Those that are stated. */
export const furtherRoleModelFacts = (facts: RoleModelFacts): [string, string][] =>
  factRows(roleModelFacts, facts, ['name', 'category', 'batch', 'batchDate', 'place']);
