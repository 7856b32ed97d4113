import type { Finding } from '../../checks/finding.ts';

/** Numbers with a right check digit, and masks that can be counted back: kept out already when something is saved (G07). */
const quarantined = /^personal-data\/(?:citizen-id|residence-permit|citizen-id-weak-mask|citizen-id-number)$/;
const isMinor = /^minor\//;
const final = /^(?:sealed\/|site\/pub-date|ai-mark\/portrait$)/;
/** What a platform refuses, nobody here can allow. */
const channel = /^channel\//;

export const isQuarantined = ({ rule }: Pick<Finding, 'rule'>): boolean => quarantined.test(rule);

/** True when the law leaves nobody a choice: valid IDs, minors told in a case, sealed records (G07, G08, G10). */
export const hasNoOverride = ({ rule, level }: Pick<Finding, 'rule' | 'level'>): boolean =>
  quarantined.test(rule) || final.test(rule) || (level === 'block' && (isMinor.test(rule) || channel.test(rule)));
