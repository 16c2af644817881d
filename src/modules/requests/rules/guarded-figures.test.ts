// The guarded figures of years: by hand for a few, and over many chance worlds no guarded figure can be worked out from what is shown.
import { describe, expect, it } from 'vitest'
import { guardLaw, resultFigures, yearFigureNames, type ResultFigure, type YearFigure, type YearOfApplications } from '../../../law/application-figures.ts'
import { counts, guardedYears, type Alike } from './guarded-figures.ts'

const some = (change: Partial<Alike> = {}): Alike => ({
  unitId: 'a',
  receivedIn: 2024,
  concludedIn: 2024,
  result: 'granted',
  term: 'in-time',
  count: 1,
  days: 10,
  ...change,
})
const open = (receivedIn: number, change: Partial<Alike> = {}): Alike => some({ receivedIn, concludedIn: null, result: null, term: null, days: 0, ...change })
const found = (rows: readonly YearOfApplications[], year: number, unitId: string | null) => rows.find((row) => row.year === year && row.unitId === unitId)
const told = (rows: readonly YearOfApplications[], year: number, unitId: string | null): Partial<Record<YearFigure, number | null>> =>
  Object.fromEntries(Object.entries(found(rows, year, unitId)?.figures ?? {}).filter(([, value]) => value !== 0))

const nothing = Object.fromEntries(yearFigureNames.map((figure) => [figure, null]))

describe('the figures of a year', () => {
  it('are all shown where each is nothing or three and more, and stand for the unit as a whole, with the mean of days', () => {
    const rows = guardedYears([some({ count: 5, days: 52 }), some({ result: 'denied', count: 3, days: 60 })], [2024])
    const whole = { received: 8, granted: 5, denied: 3, total: 8, 'in-time': 8 }
    expect(told(rows, 2024, null)).toEqual(whole)
    expect(told(rows, 2024, 'a')).toEqual(whole)
    expect(found(rows, 2024, null)?.meanDays).toBe(14)
  })

  it('hide a small result with another, so that the total does not tell it', () => {
    const rows = guardedYears([some({ count: 9 }), some({ result: 'denied', count: 4 }), some({ result: 'partial', count: 2 })], [2024])
    expect(told(rows, 2024, null)).toEqual({ received: 15, granted: 9, partial: null, denied: null, total: 15, 'in-time': 15 })
    expect(told(rows, 2024, 'a')).toEqual({ ...nothing, received: 15 })
  })

  it('hide a late answer with the answers in time, and no result with it', () => {
    const rows = guardedYears([some({ count: 9 }), some({ term: 'late' })], [2024])
    expect(told(rows, 2024, null)).toEqual({ received: 10, granted: 10, total: 10, 'in-time': null, late: null })
  })

  it('tell nothing of what is carried where one was, and of the year of the beginning only what came in: the rest follows from it', () => {
    const rows = guardedYears(
      [some({ count: 9 }), some({ receivedIn: 2025, concludedIn: 2025, count: 7, days: 70 }), some({ concludedIn: 2025, days: 18 })],
      [2025, 2024],
    )
    expect(told(rows, 2024, null)).toEqual({ ...nothing, received: 10 })
    expect(told(rows, 2025, null)).toEqual({ received: 7, 'carried-over': null, granted: 8, total: 8, 'carried-forward': null, 'in-time': 8 })
    expect(rows.map(({ meanDays }) => meanDays)).toEqual([11, 11, null, null])
  })

  it('tell what is carried where it is nothing or three and more in every year', () => {
    const rows = guardedYears([some({ count: 9 }), some({ concludedIn: 2025, count: 3 })], [2025, 2024])
    expect(told(rows, 2024, 'a')).toEqual({ received: 12, granted: 9, total: 9, 'carried-forward': 3, 'in-time': 9 })
    expect(told(rows, 2025, null)).toEqual({ 'carried-over': 3, granted: 3, total: 3, 'in-time': 3 })
  })

  it('hide results of one each altogether: whoever knows that each is there would know each', () => {
    const rows = guardedYears([some(), some({ result: 'denied' }), some({ result: 'partial' })], [2024])
    expect(told(rows, 2024, null)).toMatchObject({ received: 3, granted: null, partial: null, denied: null, total: null, 'in-time': null })
    expect(told(guardedYears([some({ count: 2 })], [2024]), 2024, null)).toMatchObject({ received: null, granted: null, total: null })
    expect(guardedYears([], [2024])).toMatchObject([{ unitId: null, figures: { received: 0 }, meanDays: null }])
  })

  it('hide what a small unit received together with the next', () => {
    const of = (unitId: string, count: number) => [some({ unitId, count }), some({ unitId, result: 'denied' })]
    const rows = guardedYears([...of('a', 20), ...of('b', 7), ...of('c', 1)], [2024])
    expect(['a', 'b', 'c', null].map((unitId) => told(rows, 2024, unitId)['received'])).toEqual([21, null, null, 31])
  })
})

/** A chance that is the same each time. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const years = [2023, 2024, 2025]
const results = Object.keys(resultFigures) as ResultFigure[]

function aWorld(chance: (below: number) => number, mostUnits = 5, mostKinds = 9, mostOfAKind = 12): Alike[] {
  const [units, kinds, most] = [1 + chance(mostUnits), 1 + chance(mostKinds), 2 + chance(mostOfAKind)]
  const classes = Array.from({ length: kinds }, () => {
    const receivedIn = years[chance(3)] ?? 2023
    if (chance(5) === 0) return open(receivedIn)
    const concludedIn = Math.min(2025, receivedIn + (chance(4) === 0 ? 1 : 0))
    return some({ receivedIn, concludedIn, result: results[chance(results.length)] ?? 'granted', term: chance(6) === 0 ? 'late' : 'in-time' })
  })
  return Array.from({ length: units }, (_, unit) => classes.map((own) => ({ ...own, unitId: `u${unit}`, count: chance(most) })))
    .flat()
    .filter(({ count }) => count > 0)
}

/** Whether a figure is a sum of multiples of those that are known: then it can be worked out. */
function canBeWorkedOut(figure: readonly number[], known: readonly (readonly number[])[]): boolean {
  const basis: { at: number; row: number[] }[] = []
  const reduce = (given: readonly number[]): number[] => {
    const row = [...given]
    for (const { at, row: by } of basis) {
      const times = row[at] ?? 0
      if (times !== 0) for (let place = 0; place < row.length; place += 1) row[place] = (row[place] ?? 0) - times * (by[place] ?? 0)
    }
    return row.map((value) => (Math.abs(value) < 1e-9 ? 0 : value))
  }
  for (const given of known) {
    const row = reduce(given)
    const at = row.findIndex((value) => value !== 0)
    if (at < 0) continue
    const lead = row[at] ?? 1
    basis.push({ at, row: row.map((value) => value / lead) })
  }
  return reduce(figure).every((value) => value === 0)
}

interface Unknown {
  readonly unitId: string
  /** What came in, where it says nothing of a conclusion. */
  readonly alike: Alike
  readonly arrives: boolean
  readonly value: number
}

/** What somebody who sees the figures does not know: how many came in and how many were concluded, by unit, year and kind. What is carried follows from these. */
function unknowns(world: readonly Alike[]): Unknown[] {
  const units = [...new Set(world.map(({ unitId }) => unitId))]
  const kindOf = ({ concludedIn, result, term }: Alike): string => JSON.stringify([concludedIn, result, term])
  const kinds = [...new Map(world.filter(({ concludedIn }) => concludedIn !== null).map((alike) => [kindOf(alike), alike])).values()]
  const sum = (unitId: string, is: (one: Alike) => boolean): number =>
    world.filter((one) => one.unitId === unitId && is(one)).reduce((all, { count }) => all + count, 0)
  return units.flatMap((unitId) => [
    ...years.map((year) => ({ unitId, alike: open(year), arrives: true, value: sum(unitId, ({ receivedIn }) => receivedIn === year) })),
    ...kinds.map((alike) => ({ unitId, alike, arrives: false, value: sum(unitId, (other) => kindOf(other) === kindOf(alike)) })),
  ])
}

function weightIn(figure: YearFigure, year: number, { alike, arrives }: Unknown): number {
  if (figure === 'carried-over' || figure === 'carried-forward') {
    const last = figure === 'carried-over' ? year - 1 : year
    if (arrives) return alike.receivedIn <= last ? 1 : 0
    return (alike.concludedIn ?? Infinity) <= last ? -1 : 0
  }
  if (arrives) return figure === 'received' && alike.receivedIn === year ? 1 : 0
  return figure !== 'received' && counts(figure, year, alike) ? 1 : 0
}

interface Seen {
  readonly figure: YearFigure
  readonly shown: boolean
  readonly value: number
  readonly of: readonly number[]
}

/** Every figure of every year, of all together and of each unit, as a sum over the unknowns. */
function figuresSeen(world: readonly Alike[], unknown: readonly Unknown[]): Seen[] {
  return guardedYears(world, years).flatMap(({ year, unitId, figures }) =>
    yearFigureNames.map((figure) => {
      const of = unknown.map((one) => (unitId === null || one.unitId === unitId ? weightIn(figure, year, one) : 0))
      const value = valueIn(
        unknown.map((one) => one.value),
        of,
      )
      expect([null, value]).toContain(figures[figure])
      return { figure, shown: figures[figure] !== null, value, of }
    }),
  )
}

const valueIn = (counted: readonly number[], of: readonly number[]): number => of.reduce((all, weight, place) => all + weight * (counted[place] ?? 0), 0)

describe('over chance worlds', () => {
  const worlds = Array.from({ length: 300 }, (_, seed) => aWorld(chanceFrom(seed + 1)))

  const isSmall = ({ value }: Seen): boolean => value > 0 && value < guardLaw.least

  it('no small figure is shown, and none can be worked out by adding and taking away', () => {
    let guarded = 0
    for (const world of worlds) {
      const seen = figuresSeen(world, unknowns(world))
      const known = seen.filter(({ shown }) => shown).map(({ of }) => of)
      for (const { figure, shown, of } of seen.filter(isSmall)) {
        guarded += 1
        expect({ figure, shown, workedOut: canBeWorkedOut(of, known), world }).toEqual({ figure, shown: false, workedOut: false, world })
      }
    }
    expect(guarded).toBeGreaterThan(1000)
  })

  it('no small figure is the only one that fits, even for whoever knows which kinds of conclusions there are', () => {
    let guarded = 0
    for (const world of Array.from({ length: 500 }, (_, seed) => aWorld(chanceFrom(seed + 1000), 1, 4, 3))) {
      const unknown = unknowns(world)
      const seen = figuresSeen(world, unknown)
      const first = Math.min(...world.map(({ receivedIn, concludedIn }) => concludedIn ?? receivedIn))
      const fitting = near(unknown.map((one) => ({ value: one.value, least: one.value > 0 && one.alike.concludedIn !== first ? 1 : 0 }))).filter((counted) =>
        seen.every(({ figure, shown, value, of }) => {
          const other = valueIn(counted, of)
          return shown ? other === value : !figure.startsWith('carried') || other >= 0
        }),
      )
      for (const { figure, of, value } of seen.filter((one) => !one.shown && isSmall(one))) {
        guarded += 1
        expect({ world, figure, value, fit: new Set(fitting.map((counted) => valueIn(counted, of))).size > 1 }).toEqual({ world, figure, value, fit: true })
      }
    }
    expect(guarded).toBeGreaterThan(500)
  })

  it('much is shown where there is much', () => {
    const busy = years.flatMap((year) => ['a', 'b', 'c', 'd'].flatMap((unitId) => results.map((result, at) => some({ unitId, receivedIn: year, concludedIn: year, result, count: 12 - at })))) // prettier-ignore
    const rows = guardedYears([...busy, some({ unitId: 'e', receivedIn: 2025, concludedIn: 2025, term: 'late' }), open(2024, { unitId: 'a', count: 2 })], years)
    const hidden = Object.entries(told(rows, 2025, null)).flatMap(([name, value]) => (value === null ? [name] : []))
    expect(hidden).toEqual(['carried-over', 'carried-forward', 'in-time', 'late'])
    expect(told(rows, 2025, 'd')).toMatchObject({ received: 57, granted: 12, total: 57, 'in-time': 57 })
  })
})

/** Every world that differs by one, up or down, in any of its counts. */
function near(counted: readonly { readonly value: number; readonly least: number }[]): number[][] {
  const [first, ...rest] = counted
  if (!first) return [[]]
  const others = near(rest)
  return [first.value - 1, first.value, first.value + 1].filter((value) => value >= first.least).flatMap((value) => others.map((other) => [value, ...other]))
}
