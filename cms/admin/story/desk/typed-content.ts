import { contentNames } from '../../../story/fields/content-names.ts';

const rowNames = new Set(['tags', 'corrections', 'costs', 'mend']);

export type TypedContent = Record<string, unknown>;

/** The content of the form's values; pictures that are still being uploaded carry their bytes, which stay here. */
export function typedContent(values: Record<string, unknown>, storyId: string | null): TypedContent {
  const chosen = Object.fromEntries(
    contentNames.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  const plain = JSON.parse(
    JSON.stringify(chosen, (key, value: unknown) => {
      if (key === 'pending') return undefined;
      // The form keeps the number of rows where there are none.
      return rowNames.has(key) && !Array.isArray(value) ? [] : value;
    }),
  ) as TypedContent;
  return storyId === null ? plain : { ...plain, id: storyId };
}
