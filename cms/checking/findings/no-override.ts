import type { Finding } from '../../checks/finding.ts';
import { textChecks } from '../../checks/text-checks.ts';

/** Numbers with a right check digit, and masks that can be counted back: kept out already when something is saved (G07). */
const quarantined = /^personal-data\/(?:citizen-id|residence-permit|citizen-id-weak-mask|citizen-id-number)$/;
/** What people entered themselves (whom a picture shows, that AI made it, a date of issue): mended by entering it truly. */
const entered = /^(?:site\/pub-date|ai-mark\/portrait$|minor\/portrait$)/;
/** What a platform refuses, nobody here can allow. */
const channel = /^channel\//;
/** Minors told in a case, sealed records: read in the text, where reading may go wrong. */
const isReadInText = (rule: string): boolean =>
  textChecks.some(({ group, judge }) => judge === 'secrecy' && group !== null && rule.startsWith(`${group}/`));

export const isQuarantined = ({ rule }: Pick<Finding, 'rule'>): boolean => quarantined.test(rule);

/** True when nobody may say that it is no problem: valid IDs (G07), and facts that were entered or that a platform sets. */
export const hasNoOverride = ({ rule, level }: Pick<Finding, 'rule' | 'level'>): boolean =>
  quarantined.test(rule) || entered.test(rule) || (level === 'block' && channel.test(rule));

/**
 * The law leaves no exception (G08, G10), but the checks may have read something that is not there: who says so is the
 * secrecy reviewer alone, with a reason, for exactly this text.
 */
export const isSecrecyReading = ({ rule, level }: Pick<Finding, 'rule' | 'level'>): boolean =>
  level === 'block' && isReadInText(rule) && !entered.test(rule);
