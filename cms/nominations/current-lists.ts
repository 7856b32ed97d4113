import { dots } from '../checks/fold/dots.ts';
import { simplified } from '../../campaigns/characters/simplified.ts';
import { readable } from '../../campaigns/bulkhead/each.ts';

/** One entry of an authority's current list, as far as a comparison needs it. */
export interface ListEntry {
  /** Name of the list, for people: 失信被执行人 … */
  list: string;
  name: string;
  kind: 'person' | 'unit';
  /** Where the entry says it belongs: a court, a county. Null when not stated. */
  place: string | null;
}

/**
 * Where the nightly comparison reads. This desk holds no list rows (docs/decisions, 名单只说明、只链接), so nothing is
 * connected until an authority gives an interface with written authorisation: implement this port and hand it to
 * `compareModels`.
 */
export interface CurrentLists {
  /** Entries under any of these names, and when the source last answered. @throws when the source does not answer */
  entries(names: readonly string[]): Promise<ListEntry[]>;
}

/** A role model that is online. */
export interface Candidate {
  id: string;
  name: string;
  subject: 'person' | 'minor' | 'unit';
  place: string | null;
}

/** `sure`: the same; `maybe`: a namesake, which a person must look at. */
export interface Hit {
  candidate: Candidate;
  entry: ListEntry;
  certainty: 'sure' | 'maybe';
}

/** Blanks, brackets and the dots of names (买买提·艾山) are everybody's habit. */
const apart = new RegExp(`[\\s()（）${dots}]`, 'g');
const plain = (text: string) => simplified(text.normalize('NFKC')).replace(apart, '');

/**
 * Who of the candidates is on a list. A unit's full name is its own; a person's name is not, so a person is sure only
 * where the place fits too. Minors are never compared: they may not be on any list (失信被执行人规定 §4).
 */
export function findHits(candidates: readonly Candidate[], entries: readonly ListEntry[]): Hit[] {
  // What comes from outside may be broken; one entry must not hide the others.
  const legible = readable(
    entries,
    () => ['list-entry', '名单里的一条'],
    (entry) => ({ entry, key: plain(entry.name) }),
  );
  const byName = Map.groupBy(legible, ({ key }) => key);
  return candidates.flatMap((candidate) => {
    if (candidate.subject === 'minor') return [];
    const found = (byName.get(plain(candidate.name)) ?? [])
      .map(({ entry }) => entry)
      .filter(({ kind }) => kind === candidate.subject);
    const rated = found.map(
      (entry): Hit => ({
        candidate,
        entry,
        certainty: candidate.subject === 'unit' || samePlace(candidate.place, entry.place) ? 'sure' : 'maybe',
      }),
    );
    const best = rated.find(({ certainty }) => certainty === 'sure') ?? rated[0];
    return best ? [best] : [];
  });
}

/** 示例县某镇 and 示例县人民法院 share their county. */
function samePlace(a: string | null, b: string | null): boolean {
  // Whether the province and the city stand before it is the writer's habit.
  const county = (text: string | null) =>
    /^(?:.{2,6}?(?:省|自治区))?(?:.{1,4}市|.{1,8}?(?:自治州|地区|盟))?(.{1,4}?[县区市旗])/.exec(
      plain(text ?? ''),
    )?.[1] ?? null;
  const [one, other] = [county(a), county(b)];
  return one !== null && one === other;
}
