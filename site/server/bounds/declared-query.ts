/** Every address of the public site that reads a query, with the parameters it reads. A page that wants one declares it here. */
const declared: Readonly<Record<string, readonly string[]>> = {
  '/search': ['q', 'page'],
  '/teach': ['stage', 'theme', 'page'],
  '/api/materials.json': ['since'],
};

/** So many values of one parameter as a form can hold. */
const most = 40;

/**
 * The query of an address as far as its page has declared it, in the order of the declaration; '' when nothing is left.
 * What visitors, trackers and attackers put there besides never reaches a rendering: `/?x=1` is `/`, from its file.
 * Values are as they were: the page itself says in a sentence what it cannot understand.
 */
export function declaredQuery(pathname: string, search: string): string {
  const names = declared[pathname.replace(/(?<=.)\/$/, '')];
  if (!names || search.length < 2) return '';
  const given = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const name of names) for (const value of given.getAll(name).slice(0, most)) kept.append(name, value);
  return kept.size === 0 ? '' : `?${kept}`;
}
