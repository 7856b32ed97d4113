import type { PayloadRequest } from 'payload';
import type { z } from 'zod';
import { HttpError } from './http-error.ts';

/** JSON, never kept by anybody on the way. */
export const content = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

/** One sentence as JSON, and what belongs to it. */
export const answer = (status: number, message: string, more: object = {}): Response =>
  content({ message, ...more }, status);

/** An empty body says nothing; anything unreadable is refused by the schema. */
export function parseJson(text = ''): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * What was sent, as a schema takes it.
 * @param otherwise what is said where the schema has no sentence of its own
 * @throws {HttpError} 422 with the schema's sentences
 */
export async function readBody<T>(
  req: Pick<PayloadRequest, 'text'>,
  schema: z.ZodType<T>,
  otherwise = '内容不对，请核对。',
): Promise<T> {
  return parsed(schema, parseJson(await req.text?.()), otherwise);
}

/** The same for what has been read already. */
function parsed<T>(schema: z.ZodType<T>, sent: unknown, otherwise = '内容不对，请核对。'): T {
  const { data, error, success } = schema.safeParse(sent);
  if (!success)
    throw new HttpError(422, [...new Set(error.issues.map(({ message }) => message))].join('') || otherwise);
  return data;
}
