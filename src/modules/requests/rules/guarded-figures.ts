// Guards the figures of years. What is concluded is gathered in blocks that are large enough, and a figure is shown only where it is made of whole blocks: whatever is added to or
// taken from what is shown is again a sum of whole blocks. What is carried from year to year would follow from the rest, so it is shown in all years or in none, and then without a beginning.
import {
  guardLaw,
  resultFigures,
  yearFigureNames,
  type GuardedFigures,
  type ResultFigure,
  type YearFigure,
  type YearOfApplications,
} from '../../../law/application-figures.ts'
import { blocksOf, isSafe, isWholeIn, sizeOf, type Block } from './safe-blocks.ts'

/** Applications that no figure of a unit tells apart. */
export interface Alike {
  readonly unitId: string
  readonly receivedIn: number
  /** Null: later than the last year that is shown, or not at all. */
  readonly concludedIn: number | null
  readonly result: ResultFigure | null
  /** Null: without a term, or not concluded. */
  readonly term: 'in-time' | 'late' | null
  readonly count: number
  /** Calendar days from receipt to conclusion, of all of them together. */
  readonly days: number
}

/** Whether a figure of a year counts them: the same question as the office's yearly table. */
export function counts(figure: YearFigure, year: number, { receivedIn, concludedIn, result, term }: Omit<Alike, 'unitId'>): boolean {
  switch (figure) {
    case 'received':
      return receivedIn === year
    case 'carried-over':
      return receivedIn < year && (concludedIn === null || concludedIn >= year)
    case 'carried-forward':
      return receivedIn <= year && (concludedIn === null || concludedIn > year)
    case 'total':
      return concludedIn === year
    case 'in-time':
    case 'late':
      return concludedIn === year && term === figure
    default:
      return concludedIn === year && result === figure
  }
}

interface Conclusions extends Pick<Alike, 'result' | 'term' | 'count'> {
  readonly concludedIn: number
}

/** What a merger hides: little where only the term differs, most where the year does. */
const farApart = (a: Conclusions, b: Conclusions): number =>
  (a.term === b.term ? 0 : 1) + (a.result === b.result ? 0 : 2) + (a.concludedIn === b.concludedIn ? 0 : 4)

interface Arrivals {
  readonly year: number
  readonly count: number
}

/** One unit, or several that are looked at as one. */
interface Scope {
  readonly alike: readonly Alike[]
  readonly years: readonly number[]
  readonly concluded: readonly Block<Conclusions>[]
  readonly received: readonly Block<Arrivals>[]
}

const countOf = ({ alike }: Pick<Scope, 'alike'>, figure: YearFigure, year: number): number => sizeOf(alike.filter((one) => counts(figure, year, one)))

function scopeOf(alike: readonly Alike[], years: readonly number[]): Scope {
  const byKey = Map.groupBy(alike, ({ concludedIn, result, term }) => [concludedIn ?? '', result, term ?? ''].join('/'))
  const classes = [...byKey.keys()].toSorted().flatMap((key): Conclusions[] => {
    const same = byKey.get(key) ?? []
    const [first] = same
    return first?.concludedIn == null ? [] : [{ ...first, concludedIn: first.concludedIn, count: sizeOf(same) }]
  })
  const arrivals = years.map((year) => ({ year, count: countOf({ alike }, 'received', year) })).filter(({ count }) => count > 0)
  return { alike, years, concluded: blocksOf(classes, farApart), received: blocksOf(arrivals, (a, b) => Math.abs(a.year - b.year)) }
}

const conclusionFigures: readonly YearFigure[] = [...(Object.keys(resultFigures) as ResultFigure[]), 'total', 'in-time', 'late']

const isReceivedShown = ({ received }: Scope, year: number): boolean => isWholeIn(received, (one) => one.year === year)

const isConclusionShown = ({ concluded }: Scope, figure: YearFigure, year: number): boolean =>
  isWholeIn(concluded, (one) => counts(figure, year, { ...one, receivedIn: year, days: 0 }))

/** What is carried could be told, and nothing that is hidden follows from it. */
const mayCarry = (scope: Scope): boolean =>
  scope.years.every((year) => {
    const carried = countOf(scope, 'carried-forward', year)
    return (carried === 0 || carried >= guardLaw.least) && isReceivedShown(scope, year) && isConclusionShown(scope, 'total', year)
  })

/** Until then nothing is told of conclusions where nothing is told of what is carried: else it would follow from what came in. */
const beginning = (scope: Scope): number => scope.years.find((year) => countOf(scope, 'total', year) > 0) ?? Infinity

function figuresOf(scope: Scope, carry: boolean): (year: number) => GuardedFigures {
  const from = carry ? -Infinity : beginning(scope)
  const isShown = (figure: YearFigure, year: number): boolean => {
    if (figure === 'received') return isReceivedShown(scope, year)
    return conclusionFigures.includes(figure) ? year > from && isConclusionShown(scope, figure, year) : carry
  }
  return (year) =>
    Object.fromEntries(yearFigureNames.map((figure) => [figure, isShown(figure, year) ? countOf(scope, figure, year) : null])) as Record<
      YearFigure,
      number | null
    >
}

/** Nothing but what is carried must be hidden of it. */
const isOpen = ({ concluded, received }: Scope): boolean =>
  [concluded, received].every((blocks) => blocks.every((block) => block.length === 1 && isSafe(block)))

const withoutMore = (received: number | null): GuardedFigures =>
  ({ ...Object.fromEntries(yearFigureNames.map((figure) => [figure, null])), received }) as GuardedFigures

function meanDays(alike: readonly Alike[], year: number, { total }: GuardedFigures): number | null {
  if (total === null || total === 0) return null
  return Math.round(alike.filter((one) => counts('total', year, one)).reduce((all, { days }) => all + days, 0) / total)
}

/** What each unit of a pool received: the small ones are hidden together, so that what is left of the sum points to none of them. */
export function receivedByUnit(received: ReadonlyMap<string, number>): ReadonlyMap<string, number | null> {
  const inOrder = [...received].filter(([, count]) => count > 0).toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
  let hidden = inOrder.filter(([, count]) => count < guardLaw.least).length
  const isShort = (): boolean => {
    const together = inOrder.slice(0, hidden).reduce((all, [, count]) => all + count, 0)
    return hidden > 0 && (hidden === 1 || together < guardLaw.least || together <= hidden)
  }
  while (isShort() && hidden < inOrder.length) hidden += 1
  const hiddenUnits = new Set(inOrder.slice(0, hidden).map(([unitId]) => unitId))
  const noneIsSafe = isShort()
  return new Map([...received].map(([unitId, count]) => [unitId, noneIsSafe || hiddenUnits.has(unitId) ? null : count]))
}

const summed = (parts: readonly GuardedFigures[]): GuardedFigures => {
  const sum = (figure: YearFigure): number | null =>
    parts.some((part) => part[figure] === null) ? null : parts.reduce((all, part) => all + (part[figure] ?? 0), 0)
  return Object.fromEntries(yearFigureNames.map((figure) => [figure, sum(figure)])) as Record<YearFigure, number | null>
}

interface Unit {
  readonly unitId: string
  readonly scope: Scope
}

/** Every year for all together and for each unit, with those in a pool that are named. */
function yearsWith(units: readonly Unit[], pooled: readonly Unit[], years: readonly number[], inOrder: readonly number[]): YearOfApplications[] {
  const alike = units.flatMap(({ scope }) => scope.alike)
  const pool = scopeOf(
    pooled.flatMap(({ scope }) => scope.alike),
    inOrder,
  )
  const open = units.filter((one) => !pooled.includes(one))
  const carry = [pool, ...open.map(({ scope }) => scope)].every(mayCarry)
  const ofPool = figuresOf(pool, carry)
  const ofOpen = open.map(({ unitId, scope }) => ({ unitId, scope, figuresIn: figuresOf(scope, carry) }))
  return years.flatMap((year): YearOfApplications[] => {
    const all = summed([...(pooled.length > 0 ? [ofPool(year)] : []), ...ofOpen.map(({ figuresIn }) => figuresIn(year))])
    const received = new Map(pooled.map(({ unitId, scope }) => [unitId, countOf(scope, 'received', year)]))
    const shownOf = ofPool(year).received === null ? new Map<string, null>() : receivedByUnit(received)
    return [
      { year, unitId: null, figures: all, meanDays: meanDays(alike, year, all) },
      ...ofOpen.map(({ unitId, scope, figuresIn }) => ({
        year,
        unitId,
        figures: figuresIn(year),
        meanDays: meanDays(scope.alike, year, figuresIn(year)),
      })),
      ...pooled.map(({ unitId }) => ({ year, unitId, figures: withoutMore(shownOf.get(unitId) ?? null), meanDays: null })),
    ]
  })
}

/** How often a pool that is too small takes a further unit in. */
const mostTakenIn = 4

const hiddenOfAll = (rows: readonly YearOfApplications[]): number =>
  rows.filter(({ unitId }) => unitId === null).reduce((all, { figures }) => all + yearFigureNames.filter((figure) => figures[figure] === null).length, 0)

/**
 * A unit of which nothing must be hidden is shown with everything; the others make a pool and show only what they received. Where the pool is so small that it hides what all have
 * together, the smallest of the other units go into it.
 */
export function guardedYears(alike: readonly Alike[], years: readonly number[]): YearOfApplications[] {
  const inOrder = years.toSorted((a, b) => a - b)
  const units = [...Map.groupBy(alike, ({ unitId }) => unitId)].map(([unitId, own]) => ({ unitId, scope: scopeOf(own, inOrder) }))
  const [open, closed] = [units.filter(({ scope }) => isOpen(scope)), units.filter(({ scope }) => !isOpen(scope))]
  const smallestFirst = open.toSorted((a, b) => sizeOf(a.scope.alike) - sizeOf(b.scope.alike))
  const tried = Array.from({ length: closed.length === 0 ? 1 : Math.min(mostTakenIn, open.length) + 1 }, (_, taken) =>
    yearsWith(units, [...closed, ...smallestFirst.slice(0, taken)], years, inOrder),
  )
  const [first, ...others] = tried
  return others.reduce((best, rows) => (hiddenOfAll(rows) < hiddenOfAll(best) ? rows : best), first ?? [])
}
