import type { ClientField } from 'payload';
import { chosenIn, type Chosen, type Titles } from './chosen.ts';
import { holding, labelOf } from './labels.ts';
import { readable } from './readable.ts';
import { fieldNames, sameValue, type Content } from './same-content.ts';

export type Side = 'mine' | 'theirs';

/** One field in which what I typed and what stands differ. */
export interface Difference {
  name: string;
  label: string;
  mine: string;
  theirs: string;
  /** Taken unless the person says otherwise: what only one of the two has touched is theirs who touched it; of both, mine. */
  proposed: Side;
  both: boolean;
}

/** The fields in which the two texts differ, as far as they are for anybody to choose. */
function differingFields(mine: Content, theirs: Content, fields: readonly ClientField[]): [string, ClientField][] {
  const known = holding(fields);
  return fieldNames(mine)
    .filter((name) => name in theirs && !sameValue(mine[name], theirs[name]))
    .flatMap((name): [string, ClientField][] => {
      const field = known.find((one) => 'name' in one && one.name === name);
      // What the system keeps for itself is not for anybody to choose.
      return !field || ('admin' in field && (field.admin?.hidden || field.admin?.readOnly)) ? [] : [[name, field]];
    });
}

/** The rows chosen on either side, for whoever asks what they are called. */
export const chosenInEither = (mine: Content, theirs: Content, fields: readonly ClientField[]): Chosen[] =>
  differingFields(mine, theirs, fields).flatMap(([name, field]) => [
    ...chosenIn(mine[name], field),
    ...chosenIn(theirs[name], field),
  ]);

/**
 * The two texts field by field.
 * @param read the row as it was when I opened it; empty when nobody knows any more
 * @param titles what the rows chosen on either side are called
 */
export function compareTexts(
  mine: Content,
  read: Content,
  theirs: Content,
  fields: readonly ClientField[],
  titles?: Titles,
): Difference[] {
  return differingFields(mine, theirs, fields).map(([name, field]) => {
    const touched = !sameValue(mine[name], read[name]);
    return {
      name,
      label: labelOf(field) || name,
      mine: readable(mine[name], field, titles),
      theirs: readable(theirs[name], field, titles),
      proposed: touched ? ('mine' as const) : ('theirs' as const),
      both: touched && !sameValue(theirs[name], read[name]),
    };
  });
}

/** The form as chosen: what stands now, with my words where they were chosen. */
export function chosenContent(
  mine: Content,
  theirs: Content,
  differences: readonly Difference[],
  choice: Readonly<Record<string, Side>>,
): Content {
  const own = Object.fromEntries(
    differences
      .filter(({ name, proposed }) => (choice[name] ?? proposed) === 'mine')
      .map(({ name }) => [name, mine[name]]),
  );
  return { ...mine, ...theirs, ...own };
}
