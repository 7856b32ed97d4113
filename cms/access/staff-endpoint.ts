import type { Endpoint, Payload, PayloadRequest } from 'payload';
import { systemClock } from '../../campaigns/ports/clock.ts';
import { HttpError } from '../http/http-error.ts';
import { answer } from '../http/http.ts';
import { personOf } from './person-of.ts';
import type { Person } from './person.ts';

/** A request of somebody who is signed in. */
export interface Call {
  req: PayloadRequest;
  payload: Payload;
  person: Person;
  /** `:id` of the path; empty where it has none. */
  id: string;
  now: Date;
}

/** Who is signed in; whoever is not is told to, and nothing else. @throws {HttpError} 401 */
function signedIn(req: PayloadRequest, otherwise: string): Person {
  const person = personOf(req);
  if (!person) throw new HttpError(401, otherwise);
  return person;
}

/**
 * An endpoint for staff: whoever is not signed in learns nothing else, and an `HttpError` from whatever it calls is its
 * answer.
 * @param otherwise what whoever is not signed in is told
 */
export const staffEndpoint = (
  method: Endpoint['method'],
  path: string,
  run: (call: Call) => Promise<Response> | Response,
  otherwise = '请先登录后台。',
): Endpoint => ({
  path,
  method,
  handler: async (req) => {
    try {
      return await run({
        req,
        payload: req.payload,
        person: signedIn(req, otherwise),
        id: param(req, 'id'),
        now: systemClock.now(),
      });
    } catch (error) {
      if (error instanceof HttpError) return answer(error.status, error.message);
      throw error;
    }
  },
});

/** A part of the path as it was asked for. */
export const param = ({ routeParams }: PayloadRequest, name: string): string => String(routeParams?.[name] ?? '');

/** Goes on only for those who may. @throws {HttpError} 403 with the sentence that says who does it */
export function allow(may: boolean, otherwise: string): void {
  if (!may) throw new HttpError(403, otherwise);
}

/** One of a list by its name in the path. @param noun with its measure word, e.g. 这种登记 @throws {HttpError} 422 that names the list */
export function oneOf<T extends string>(known: readonly T[], asked: string, noun: string): T {
  const found = known.find((one) => one === asked);
  if (!found) throw new HttpError(422, `没有“${asked.slice(0, 40)}”${noun}：请用 ${known.join('、')} 之一。`);
  return found;
}
