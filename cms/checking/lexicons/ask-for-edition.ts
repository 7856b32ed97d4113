import { ValidationError, type CollectionBeforeChangeHook } from 'payload';
import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import { fingerprint } from '../../release/canonical.ts';
import { entriesOf } from './entries.ts';

/** Changed words are a new edition: an inspector asks which one was in force. A person's change makes the list the desk's own. */
export const askForEdition: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  // A newer starter edition brings its own.
  if (operation === 'create' || !originalDoc || !req.user) return data;
  const changed = data.entries !== undefined && fingerprint(entriesOf(data.entries)) !== fingerprint(entriesOf(originalDoc.entries));
  const edition = String(data.edition ?? originalDoc.edition);
  const before = String(originalDoc.edition);
  if (changed && (edition < before || (edition === before && edition !== civilDay(new Date())))) {
    throw new ValidationError({ collection: 'lexicons', errors: [{ path: 'edition', label: '版次', message: `词条改了，版次还是 ${before}：请把版次改成这一版定下的日期。` }], req }, req.t);
  }
  return { ...data, starter: false };
};
