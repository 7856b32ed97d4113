import type { Reader } from '../../cms/read/reader.ts';

/** What somebody could type into any field: signs of HTML and of scripts that a page must show and never obey. */
export const typed = '<i data-typed>“&amp;"\'</i>{{x}}$&';

/** Addresses, days, keys and ready HTML are not typed, or are checked where they are. */
const untyped =
  /^(?:path|url|slug|html|whole|src|srcset|href|kind|state|day|start|end|date|at|time|key|mode|hash|sha256|siteIdCode|siteDomain|officialUrl|recordUrl|sourceUrl|licenceUrl|until|embargo|docDate|effective|checkedOn|batchDate|confirmedOn|updatedAt|publishedAt|withdrawnAt|signedAt|generatedAt|mail|email|phone|figure|fileName|mime|bytes)$/i;

function marked(value: unknown, key: string): unknown {
  if (typeof value === 'string') return value === '' || untyped.test(key) ? value : value + typed;
  if (Array.isArray(value)) return value.map((one) => marked(one, key));
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, name)]));
}

/** A reader whose every text ends in `typed`. */
export function typedReader(reader: Reader): Reader {
  return Object.fromEntries(
    Object.entries(reader).map(([name, ask]) => [
      name,
      /^(?:today|siteUrl|demo|media|materialZip|calendarIcs|printFile)$/.test(name)
        ? ask
        : (...given: never[]) => {
            const answer: unknown = (ask as (...given: never[]) => unknown)(...given);
            return answer instanceof Promise ? answer.then((value) => marked(value, '')) : marked(answer, '');
          },
    ]),
  ) as unknown as Reader;
}
