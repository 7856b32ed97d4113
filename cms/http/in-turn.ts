/** With every try of a form that makes a row: the form's own name (cms/editing/form-key.ts). */
export const formKeyHeader = 'x-form-key';

const turns = new Map<string, Promise<unknown>>();

/** Does work under one name one after the other, also after work that failed. Without a name at once. */
export async function inTurn<T>(name: string | null, work: () => Promise<T>): Promise<T> {
  if (!name) return work();
  const mine = (turns.get(name) ?? Promise.resolve()).catch(() => undefined).then(work);
  turns.set(name, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(name) === mine) turns.delete(name);
  }
}
