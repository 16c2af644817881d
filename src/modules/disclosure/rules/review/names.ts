// Which units a text names: longest match over the register of units, without places called after them, quoted titles, addressees and the unit itself.
import { addresseeLine, longerAfterGovernment, mayStandBefore, placesAfter, underAuthority } from '../../law/name-context.ts'

/** One name by which a unit is or was called. */
export interface UnitName {
  /** The unit to be asked: of a former one, its successor. */
  readonly unitId: string
  readonly name: string
  readonly kind: 'full' | 'short'
  readonly government: boolean
}

export interface Surroundings {
  readonly ownUnitId: string
  readonly superiorIds: readonly string[]
}

export interface NamedUnit {
  readonly unitId: string
  /** As it stands in the text first. */
  readonly found: string
  readonly times: number
  /** Up to three places: the words before, the name, the words after. */
  readonly places: readonly { readonly before: string; readonly name: string; readonly after: string }[]
}

const around = 18
const leastLength = 3
const before = new Set(mayStandBefore)
const isHan = (character: string): boolean => /[\u4e00-\u9fa5]/u.test(character)

export type NameIndex = ReadonlyMap<string, readonly UnitName[]>

/** Names by their first character, the longest first; made once for many texts. */
export function indexOf(names: readonly UnitName[]): NameIndex {
  const index = new Map<string, UnitName[]>()
  for (const name of names) {
    if (name.name.length < leastLength) continue
    const first = name.name.slice(0, 1)
    const list = index.get(first)
    if (list) list.push(name)
    else index.set(first, [name])
  }
  for (const list of index.values()) list.sort((a, b) => b.name.length - a.name.length || Number(b.kind === 'full') - Number(a.kind === 'full'))
  return index
}

/** Stretches of the text in which a name means nothing: quoted titles, and lines that name addressees. */
function silentStretches(text: string): readonly (readonly [from: number, to: number])[] {
  const stretches: [number, number][] = [...text.matchAll(/《[^《》]{1,120}》/gu)].map((found) => [found.index, found.index + found[0].length])
  let at = 0
  let lines = 0
  for (const line of text.split('\n')) {
    const words = line.trim()
    if (words !== '') lines += 1
    // the salutation stands at the head and ends with a colon
    const salutation = lines <= 4 && /[：:]$/u.test(words) && words.length <= 120 && !/[。；]/u.test(words)
    if (salutation || addresseeLine.test(line)) stretches.push([at, at + line.length])
    at += line.length + 1
  }
  return stretches.toSorted((a, b) => a[0] - b[0])
}

function speaksOf(text: string, at: number, name: UnitName, { superiorIds }: Surroundings): boolean {
  const previous = text.slice(at - 1, at)
  const end = at + name.name.length
  if (name.kind === 'short' && previous !== '' && isHan(previous) && !before.has(previous)) return false
  const after = text.slice(end, end + 12)
  if (placesAfter.some((place) => after.startsWith(place))) return false
  if (name.government && longerAfterGovernment.test(after)) return false
  return !(superiorIds.includes(name.unitId) && underAuthority.test(text.slice(Math.max(0, at - 5), at)))
}

/** Every unit but one's own that the text speaks of, in the order in which it names them. */
export function unitsNamedIn(text: string, index: NameIndex, surroundings: Surroundings): NamedUnit[] {
  const silent = silentStretches(text)
  const found = new Map<string, { found: string; times: number; places: NamedUnit['places'][number][] }>()
  let stretch = 0
  for (let at = 0; at < text.length; at += 1) {
    while ((silent[stretch]?.[1] ?? Infinity) <= at) stretch += 1
    const quiet = silent[stretch]
    if (quiet && at >= quiet[0]) {
      at = quiet[1] - 1
      continue
    }
    const name = index.get(text.charAt(at))?.find((one) => text.startsWith(one.name, at))
    if (!name) continue
    if (name.unitId !== surroundings.ownUnitId && speaksOf(text, at, name, surroundings)) {
      const entry = found.get(name.unitId) ?? { found: name.name, times: 0, places: [] }
      entry.times += 1
      const end = at + name.name.length
      if (entry.places.length < 3)
        entry.places.push({ before: text.slice(Math.max(0, at - around), at), name: name.name, after: text.slice(end, end + around) })
      found.set(name.unitId, entry)
    }
    // what lies inside a longer name is no name of its own
    at += name.name.length - 1
  }
  return [...found].map(([unitId, entry]) => ({ unitId, ...entry }))
}
