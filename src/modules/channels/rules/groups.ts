// Pieces that are the same information, put together from answers about pairs: whoever is the same as the same is the same.
export type Pair = readonly [one: string, other: string]

/** Every piece of a group of two or more with the smallest id of its group, which stands for all of it. */
export function groupsOf(same: readonly Pair[]): ReadonlyMap<string, string> {
  const above = new Map<string, string>()
  const rootOf = (piece: string): string => {
    let at = piece
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next
    return at
  }
  for (const [one, other] of same) {
    const [a, b] = [rootOf(one), rootOf(other)].toSorted() as [string, string]
    if (a !== b) above.set(b, a)
  }
  return new Map([...new Set(same.flat())].map((piece) => [piece, rootOf(piece)]))
}
