// Which units are asked for a report of a year, and whose records each of them counts: its own, those below it that do not report, those whose place it took.
import { day, type Day } from '../../../kernel/day.ts'
import type { Unit } from '../../organization/index.ts'
import type { UnitKind } from '../../organization/law/unit-kinds.ts'

/** Agencies report (ogi-2019/49); an institution only where the office asks it; the line of the party never. */
const reports: readonly UnitKind[] = ['government', 'department', 'town', 'street']
/** Records stand with the unit, never with its sections; the party has its own. */
const withoutRecords: readonly UnitKind[] = ['section', 'party']

export interface Taken {
  readonly predecessorId: string
  readonly successorId: string | null
}

export interface AskedUnit {
  readonly unitId: string
  readonly unitName: string
  readonly kind: UnitKind
  /** Ended without a successor: the collecting office types its report. */
  readonly ended: boolean
  readonly countsUnits: readonly string[]
}

export interface RoundScope {
  /** The office that collects: itself and all below it are asked. */
  readonly rootId: string
  readonly year: number
  readonly today: Day
  readonly institutionIds: readonly string[]
}

type Life = Pick<Unit, 'id' | 'kind' | 'parentId' | 'name' | 'validFrom' | 'validUntil'>

export function unitsAsked(units: readonly Life[], successions: readonly Taken[], { rootId, year, today, institutionIds }: RoundScope): AskedUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const successorsOf = Map.groupBy(successions, ({ predecessorId }) => predecessorId)
  const hasEnded = ({ validUntil }: Life): boolean => validUntil !== null && validUntil < today

  /** The unit that stands in its place today: the first one, where it was split. Undefined where nobody took over. */
  const heirOf = (unit: Life): Life | undefined => {
    const seen = new Set<string>()
    let at: Life | undefined = unit
    while (at && hasEnded(at) && !seen.has(at.id)) {
      seen.add(at.id)
      const next: string | null | undefined = successorsOf.get(at.id)?.find(({ successorId }) => successorId !== null)?.successorId
      at = next ? byId.get(next) : undefined
    }
    return at && !hasEnded(at) ? at : undefined
  }
  const isBelowRoot = (unit: Life): boolean => {
    const seen = new Set<string>()
    for (let at: Life | undefined = unit; at && !seen.has(at.id); at = at.parentId === null ? undefined : byId.get(at.parentId)) {
      if (at.id === rootId) return true
      seen.add(at.id)
    }
    return false
  }
  const isAgency = ({ id, kind }: Life): boolean => reports.includes(kind) || (kind === 'institution' && institutionIds.includes(id))
  /** It was there in the year, itself or as one whose place it took. */
  const wasThere = (unit: Life): boolean =>
    unit.validFrom <= last || units.some((one) => one.id !== unit.id && one.validFrom <= last && heirOf(one)?.id === unit.id)

  const asked = units.filter(
    (unit) =>
      isAgency(unit) &&
      isBelowRoot(unit) &&
      (hasEnded(unit) ? heirOf(unit) === undefined && (unit.validUntil ?? first) >= first && unit.validFrom <= last : wasThere(unit)),
  )
  const ids = new Set(asked.map(({ id }) => id))
  /** The report in which its records stand: its own, its heir's, or that of the next agency above. */
  const countedIn = (unit: Life): string | undefined => {
    const seen = new Set<string>()
    for (let at: Life | undefined = unit; at && !seen.has(at.id);) {
      seen.add(at.id)
      if (ids.has(at.id)) return at.id
      const heir: Life | undefined = hasEnded(at) ? heirOf(at) : undefined
      at = heir ?? (at.parentId === null ? undefined : byId.get(at.parentId))
    }
    return undefined
  }
  const counted = Map.groupBy(
    units.filter(({ id, kind, validFrom }) => !withoutRecords.includes(kind) && (validFrom <= last || ids.has(id))).filter(isBelowRoot),
    (unit) => countedIn(unit) ?? '',
  )
  return asked.map((unit) => ({
    unitId: unit.id,
    unitName: unit.name,
    kind: unit.kind,
    ended: hasEnded(unit),
    countsUnits: (counted.get(unit.id) ?? []).map(({ id }) => id),
  }))
}
