import { systemClock } from '../../../campaigns/ports/clock.ts';
import { ValidationError, type CollectionBeforeChangeHook } from 'payload';
import { civilDay } from '../../../campaigns/calendar/civil-day.ts';
import { editionProblem } from './edition-problem.ts';
import type { Lexicon } from '../../payload-types.ts';

/** Asks for a new edition when a person has changed the words; that makes the list the desk's own. */
export const askForEdition: CollectionBeforeChangeHook<Lexicon> = ({ data, operation, originalDoc, req }) => {
  // A newer starter edition brings its own.
  if (operation === 'create' || !originalDoc || !req.user) return data;
  const message = editionProblem(
    { edition: String(originalDoc.edition), entries: originalDoc.entries },
    { edition: String(data.edition ?? originalDoc.edition), entries: data.entries },
    civilDay(systemClock.now()),
  );
  if (message)
    throw new ValidationError(
      { collection: 'lexicons', errors: [{ path: 'edition', label: '版次', message }], req },
      req.t,
    );
  return { ...data, starter: false };
};
