import type { CollectionBeforeValidateHook, Field } from 'payload';

/** Names of fields that not everybody who may change the row may change. */
const closed = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if ('name' in field && field.name) return 'access' in field && field.access?.update ? [field.name] : [];
    return 'fields' in field
      ? closed(field.fields)
      : 'tabs' in field
        ? field.tabs.flatMap((tab) => closed(tab.fields))
        : [];
  });

/**
 * 恢复此版本 brings back what its person may write; where a story stands in review and whose it is stays as it is now. The
 * shell drops such fields from the restored version and then misses them.
 */
export const keepClosedFields: CollectionBeforeValidateHook = ({ collection, data, originalDoc, req }) => {
  if (!data || !originalDoc || req.context.isRestoringVersion !== true) return data;
  const standing = originalDoc as Record<string, unknown>;
  return {
    ...data,
    ...Object.fromEntries(
      closed(collection.fields).flatMap((name) => (data[name] === undefined ? [[name, standing[name]]] : [])),
    ),
  };
};
