import type { UIFieldServerComponent } from 'payload';
import '../admin.css';
import { can } from '../../access/can.ts';
import { personOf } from '../../access/person-of.ts';
import type { Guarded } from '../../access/table.ts';
import { guardedFields } from '../../audit/personal/fields.ts';
import { PersonalPanel } from './PersonalPanel.tsx';

/** For whoever does not see them on the page: the fields about a person, each to be asked for with a reason. */
export const PersonalField: UIFieldServerComponent = ({ collectionSlug, id, req }) => {
  if (id === undefined || id === null) return null;
  const works = can(personOf(req), 'update', collectionSlug as Guarded) === 'any';
  const fields = guardedFields(collectionSlug)
    .filter(({ path }) => path === 'file' || !works)
    .map(({ path, label }) => ({ path, label }));
  return fields.length > 0 ? <PersonalPanel collection={collectionSlug} fields={fields} id={String(id)} /> : null;
};
