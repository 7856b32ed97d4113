import { z } from 'zod';

const said = z.string().trim().min(1);
const answer = z.object({ message: said }).transform(({ message }) => message);
const refusal = z
  .object({ errors: z.tuple([z.object({ message: said })]).rest(z.unknown()) })
  .transform(({ errors: [{ message }] }) => message);

/**
 * What an answer of the server says for people: our endpoints' own sentence, or the shell's first refusal; null where there is none.
 * @param body the JSON of the answer, or anything else that came
 */
export const sentenceOf = (body: unknown): string | null => z.union([answer, refusal]).safeParse(body).data ?? null;
