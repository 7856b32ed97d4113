/**
 * Adds all of `more` to the end of `list`, however many they are. With `push` and three dots each would be an argument:
 * beyond about a hundred thousand there is no room for them, and it throws.
 */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}
