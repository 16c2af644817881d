// What the system knows of a year of one unit, as the counters of the modules answer it; and the sum for units that report together.
import type { SheetFigures } from '../../channels/index.ts'
import type { NormativeYear } from '../../publication/index.ts'
import type { RequestSheetFigures } from '../../requests/index.ts'
import type { YearOfUnit } from '../../requests/index.ts'

export interface YearFacts {
  readonly requests: YearOfUnit
  readonly documents: NormativeYear
  /** For the sheet to 2018; null for the later forms, which do not ask for it. */
  readonly sheet: { readonly channels: SheetFigures; readonly requests: RequestSheetFigures; readonly interpretations: number } | null
}

type Tree = number | null | { readonly [key: string]: Tree }

/** Numbers of the same name are added up. */
function added(one: Tree, other: Tree): Tree {
  if (one === null || other === null) return one ?? other
  if (typeof one === 'number' || typeof other === 'number') return Number(one) + Number(other)
  return Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, added(one[key] ?? null, other[key] ?? null)]))
}

/** All that the units did, as if they were one. */
export function sumOfYears(all: readonly YearFacts[]): YearFacts | undefined {
  const [first, ...rest] = all
  return first && rest.reduce((sum, one) => added(sum as unknown as Tree, one as unknown as Tree) as unknown as YearFacts, first)
}
