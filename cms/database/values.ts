/** A row of any collection as its fields by name, for code that goes through all of them. A copy, one level deep. */
export const valuesOf = (row: object): Record<string, unknown> => ({ ...row });
