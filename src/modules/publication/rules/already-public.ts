// Which words of a person's question tell entries of the catalogue apart, and which unit its finds point to.

/** Every text of a government has them, or they name a year or a number. */
const telling = (word: string): boolean => [...word].length > 1 && !/^[\d年月日号第.,，-]+$/u.test(word)

/** At most twelve: a longer question is a story, and its first words say what is asked for. */
export const tellingWords = (words: readonly string[]): string[] => [...new Set(words.filter(telling))].slice(0, 12)

/** The one named most often, of several the first; undefined where none is named. */
export function commonestUnit(unitIds: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const id of unitIds) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
