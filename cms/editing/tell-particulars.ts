import type { AfterErrorHook } from 'payload';
import { valuesOf } from '../database/values.ts';

interface Told {
  errors?: { message?: string; data?: unknown; name?: string }[];
}

/**
 * Brings the particulars of a refusal (which field, which version, who holds the row) into its answer. The shell adds them
 * only to errors of its own copy of the error classes, and the desk's pages are built with another copy than the program
 * that runs: without this a form learns a sentence and not where it belongs.
 */
export const tellParticulars: AfterErrorHook = ({ error, result }) => {
  const { data, name } = error as Error & { data?: unknown };
  const [first, ...more] = (result as Told | undefined)?.errors ?? [];
  // Another sentence than the error's own: the shell hides what is nobody's business, and so the particulars.
  if (
    !first ||
    more.length > 0 ||
    first.data !== undefined ||
    data === null ||
    typeof data !== 'object' ||
    first.message !== error.message
  )
    return undefined;
  return { response: { errors: [{ name, data: valuesOf(data), message: first.message }] } };
};
