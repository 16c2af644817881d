// The sums of applications on a real database: after any history, folded or not, every metric is the same from the sums as from the applications.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { addDays, day, type Day } from '../../kernel/day.ts'
import type { MetricQuestion, MetricRow, MetricSplit } from '../../kernel/metric.ts'
import type { Tx } from '../../platform/database/database.ts'
import { smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { applicantKindNames } from './law/applicants.ts'
import { requestMetrics } from './law/metrics.ts'
import { outcomeNames } from './law/outcomes.ts'
import { applications } from './queries/applications.ts'
import { requestMetricCounts } from './queries/metric-counts.ts'
import { saveCached } from './store/applications.ts'
import { foldTally, wrongTallies } from './store/tally.ts'

const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
let database: FreshDatabase
let county: SmallCounty
let places: readonly string[]
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  places = [county.government, county.bureau, county.town]
})
afterAll(() => database.close())

interface Standing {
  readonly received: Day | null
  readonly due: Day | null
  readonly concluded: Day | null
  readonly outcome: (typeof outcomeNames)[number]
  readonly extended: boolean
}

const at = new Date('2026-03-02T02:00:00Z')

async function lay(tx: Tx, unitId: string, kind: string, channel: string): Promise<string> {
  const id = randomUUID()
  await sql`
    insert into requests.application (id, number, query_code_hash, unit_id, channel, applicant_kind, applicant_name, subject, description, wished_form, delivery, entered_at, state, steps,
      arrived_on, received_on, calendar_version, provisional, changed_at)
    values (${id}, ${id}, '\\x00', ${unitId}, ${channel}, ${kind}, '某某', '某事项', '某事项', 'paper', 'post', now(), 'in-progress', 1, '2025-11-03', '2025-11-03', 'shipped', false, now())`.execute(
    tx,
  )
  return id
}

/** By the store that every step of an application uses. */
const stand = (tx: Tx, id: string, { received, due, concluded, outcome, extended }: Standing): Promise<void> =>
  saveCached(tx, id, { steps: 2, at, cached: { state: concluded ? 'closed' : 'in-progress', receivedOn: received, dueOn: due, awaitedUntil: null, calendarVersion: 'shipped', provisional: false, extended, outcome: concluded ? outcome : null, concludedOn: concluded } }) // prettier-ignore

const figures = ['received', 'concluded', 'in-time', 'late', 'extended', 'prompt', 'extended-in-time', 'belated', 'days', 'open'] as const

const splitsOf = (name: (typeof figures)[number], by: readonly MetricSplit[]): boolean =>
  by.every((split) => (requestMetrics[name === 'days' ? 'concluded' : name].splits as readonly MetricSplit[]).includes(split))

/** Each figure by the splits that it has; the days go with what is concluded. */
const ordered = (rows: readonly MetricRow[], by: readonly MetricSplit[]): unknown[] =>
  rows
    .map(({ keys, counts }) => [keys.join(' '), ...figures.map((name) => (splitsOf(name, by) ? (counts[name] ?? 0) : 0))])
    .filter(([, ...counts]) => counts.some((count) => count !== 0))
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))

const spans = [
  { from: day('2025-10-01'), until: day('2026-04-30') },
  { from: day('2026-01-01'), until: day('2026-01-31') },
] as const
const splits: readonly (readonly MetricSplit[])[] = [[], ['unit'], ['month'], ['kind'], ['channel'], ['outcome'], ['unit', 'month'], ['kind', 'outcome']]

async function agree(): Promise<void> {
  for (const span of spans)
    for (const by of splits)
      for (const scope of [{ reach: everywhere }, { reach: { ...everywhere, everywhere: false, unitIds: places.slice(1) }, unitIds: places.slice(0, 2) }]) {
        const count = async (from: MetricQuestion['from']): Promise<unknown[]> =>
          ordered(await requestMetricCounts(database.db, { ...scope, span, by, from }), by)
        expect(await count('sums'), by.join()).toEqual(await count('rows'))
      }
  expect(await wrongTallies(database.db)).toBe(0)
}

const someDay = fc.integer({ min: 0, max: 180 }).map((days) => addDays(day('2025-11-01'), days))
/** Nothing is concluded before it is received: the steps see to that. */
const standing = fc
  .record({
    received: fc.option(someDay, { freq: 6 }),
    due: fc.option(someDay),
    after: fc.option(fc.nat(90)),
    outcome: fc.constantFrom(...outcomeNames),
    extended: fc.boolean(),
  })
  .map(({ after, ...one }): Standing => ({ ...one, concluded: after === null ? null : addDays(one.received ?? day('2026-01-05'), after) }))
const unitAt = fc.nat(2)
const nth = fc.nat(7)
const happening = fc.oneof(
  fc.record({ what: fc.constant('registered' as const), unitAt, kind: fc.constantFrom(...applicantKindNames), channel: fc.constantFrom('counter', 'online'), times: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ what: fc.constant('stands' as const), nth, standing }),
  fc.record({ what: fc.constant('stands' as const), nth, standing }),
  fc.record({ what: fc.constant('handed-over' as const), nth, unitAt }),
  fc.record({ what: fc.constant('struck' as const), nth }),
  fc.record({ what: fc.constant('recounted' as const), days: fc.integer({ min: -20, max: 20 }) }),
  fc.record({ what: fc.constant('undone' as const), nth, standing }),
  fc.record({ what: fc.constant('folded' as const) }),
) // prettier-ignore

describe('the sums', () => {
  it('are what the applications come to, after any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), async (history) => {
        await sql`delete from requests.application`.execute(database.db)
        // with nothing to happen to, most histories would be empty
        const ids = await database.transaction(async (tx) => [
          await lay(tx, county.bureau, 'person', 'counter'),
          await lay(tx, county.bureau, 'legal', 'online'),
          await lay(tx, county.town, 'person', 'online'),
        ])
        for (const one of history) {
          await database
            .transaction(async (tx) => {
              const id = 'nth' in one ? ids[one.nth % Math.max(ids.length, 1)] : undefined
              if (one.what === 'registered') for (let n = 0; n < one.times; n += 1) ids.push(await lay(tx, places[one.unitAt] ?? '', one.kind, one.channel))
              else if (one.what === 'recounted') await sql`update requests.application set due_on = due_on + ${one.days}::int`.execute(tx)
              else if (one.what === 'folded') await foldTally(tx)
              else if (id === undefined) return
              else if (one.what === 'handed-over') await sql`update requests.application set unit_id = ${places[one.unitAt]} where id = ${id}`.execute(tx)
              else if (one.what === 'struck') await sql`delete from requests.application where id = ${id}`.execute(tx)
              else await stand(tx, id, one.standing)
              if (one.what === 'undone') throw new Error('undone')
            })
            .catch((error: unknown) => {
              if (!(error instanceof Error) || error.message !== 'undone') throw error
            })
        }
        await agree()
        await database.transaction((tx) => foldTally(tx))
        await agree()
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('need nobody to wait: what two carry on at once, and what is folded meanwhile, is counted once', async () => {
    await sql`delete from requests.application`.execute(database.db)
    const [one, other] = await database.transaction(
      async (tx) => [await lay(tx, county.bureau, 'person', 'counter'), await lay(tx, county.bureau, 'person', 'counter')] as const,
    )
    const closed: Standing = { received: day('2025-12-01'), due: day('2025-12-29'), concluded: day('2025-12-20'), outcome: 'granted', extended: false }
    await database.transaction(async (first) => {
      await stand(first, one, closed)
      await database.transaction((second) => stand(second, other, closed))
      await database.transaction((job) => foldTally(job))
    })
    await agree()
    await database.transaction((tx) => foldTally(tx))
    await agree()
    expect(ordered(await requestMetricCounts(database.db, { reach: everywhere, span: spans[0], by: ['month'], from: 'sums' }), ['month'])).toEqual([
      ['2025-12', 2, 2, 2, 0, 0, 2, 0, 0, 38, 0],
    ])
  })

  it('show that something went wrong', async () => {
    await sql`update requests.tally set count = count + 1 where event = 'received'`.execute(database.db)
    expect(await wrongTallies(database.db)).toBeGreaterThan(0)
    await sql`update requests.tally set count = count - 1 where event = 'received'`.execute(database.db)
    expect(await wrongTallies(database.db)).toBe(0)
  })
})

describe('what stands at the end of a day', () => {
  it.each([
    ['2026-01-04', 0, 0],
    ['2026-01-05', 1, 0],
    ['2026-02-02', 1, 0],
    ['2026-02-03', 1, 1],
    ['2026-02-09', 2, 1],
    ['2026-02-10', 1, 0],
  ])('on %s is %s open, %s of them late, and opens to just those', async (until, open, overdue) => {
    await sql`delete from requests.application`.execute(database.db)
    await database.transaction(async (tx) => {
      await stand(tx, await lay(tx, county.bureau, 'person', 'counter'), {
        received: day('2026-01-05'),
        due: day('2026-02-02'),
        concluded: day('2026-02-10'),
        outcome: 'granted',
        extended: false,
      })
      await stand(tx, await lay(tx, county.bureau, 'person', 'counter'), {
        received: day('2026-02-09'),
        due: day('2026-03-09'),
        concluded: null,
        outcome: 'granted',
        extended: false,
      })
      await stand(tx, await lay(tx, county.bureau, 'person', 'counter'), { received: null, due: null, concluded: null, outcome: 'granted', extended: false })
    })
    const span = { from: day('2026-01-01'), until: day(until) }
    const [row] = await requestMetricCounts(database.db, { reach: everywhere, span, by: [], from: 'rows' })
    expect([row?.counts.open ?? 0, row?.counts.overdue ?? 0]).toEqual([open, overdue])
    const asker = { actor: county.keeper.actor, reach: everywhere, today: day('2026-04-01') }
    for (const name of ['open', 'overdue'] as const) {
      const ask = { tab: 'all', words: '', sort: 'oldest', under: county.government, figure: { name, ...span } } as const
      expect((await applications(database.db, ask, asker, { limit: 9, offset: 0 })).total).toBe(name === 'open' ? open : overdue)
    }
  })
})
