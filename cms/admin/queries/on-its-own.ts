import { plainWords } from '../../../campaigns/bulkhead/plain-words.ts';
import type { Alert } from './alerts.ts';

/**
 * One part of a view: when it cannot be read, the rest of the view is there and an alert says which part is missing.
 * @param missing collects what could not be read
 */
export async function part<T>(name: string, read: () => Promise<T>, otherwise: T, missing: Alert[]): Promise<T> {
  try {
    return await read();
  } catch (error) {
    missing.push({
      id: `part-${name}`,
      shape: 'refused',
      word: '读不出来',
      what: `“${name}”这一部分读不出来：${plainWords(error)}`,
      advice: '其余部分照常；请把这句话告诉系统管理员。',
      button: '再看一次',
      href: '/admin',
    });
    return otherwise;
  }
}
