// Property: whatever happened to applications in some years, the forms of 2018, 2019 and 2021 that are filled from it hold every sum, and every outcome stands in exactly one row.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { addDays, day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/database.ts'
import { smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { applicantKindNames } from '../requests/law/applicants.ts'
import { channelNames } from '../requests/law/channels.ts'
import { outcomeNames, type OutcomeName } from '../requests/law/outcomes.ts'
import { formA } from './law/forms/form-a.ts'
import { formB } from './law/forms/form-b.ts'
import { formC } from './law/forms/form-c.ts'
import type { Form } from './law/forms/shape.ts'
import { sourceOf } from './law/forms/sources.ts'
import { factsOfReports } from './queries/year-facts.ts'
import { brokenSum } from './rules/check/sums.ts'
import { countedCells, type Counted } from './rules/count-cells.ts'

let database: FreshDatabase
let county: SmallCounty
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
}, 60_000)
afterAll(() => database.close())

interface Happened {
  readonly unit: 'bureau' | 'town'
  readonly kind: (typeof applicantKindNames)[number]
  readonly channel: (typeof channelNames)[number]
  readonly receivedOn: string
  /** Null: it is open to this day. */
  readonly ended: { readonly after: number; readonly outcome: OutcomeName; readonly late: boolean; readonly extended: boolean } | null
}

const years = [2018, 2020, 2021] as const
const formOf: Readonly<Record<(typeof years)[number], Form>> = { 2018: formA, 2020: formB, 2021: formC }

const happened: fc.Arbitrary<Happened> = fc.record({
  unit: fc.constantFrom('bureau', 'town'),
  kind: fc.constantFrom(...applicantKindNames),
  channel: fc.constantFrom(...channelNames),
  receivedOn: fc.integer({ min: 0, max: 1825 }).map((days) => addDays(day('2017-01-01'), days)),
  ended: fc.option(
    fc.record({ after: fc.integer({ min: 0, max: 400 }), outcome: fc.constantFrom(...outcomeNames), late: fc.boolean(), extended: fc.boolean() }),
  ),
})

async function enter(tx: Tx, history: readonly Happened[]): Promise<void> {
  const rows = history.map(({ unit, kind, channel, receivedOn, ended }) => {
    const concludedOn = ended && addDays(day(receivedOn), ended.after)
    return { id: randomUUID(), unitId: county[unit], kind, channel, receivedOn, concludedOn, outcome: ended?.outcome ?? null, extended: ended?.extended ?? false, dueOn: addDays(concludedOn ?? day(receivedOn), ended?.late ? -1 : 5) } // prettier-ignore
  })
  await sql`
    insert into requests.application (id, number, query_code_hash, unit_id, channel, applicant_kind, applicant_name, subject, description, wished_form, delivery, entered_at, state, steps,
      arrived_on, received_on, due_on, calendar_version, provisional, extended, outcome, concluded_on, changed_at)
    select (one ->> 'id')::uuid, one ->> 'id', '\\x00', (one ->> 'unitId')::uuid, one ->> 'channel', one ->> 'kind', '某某', '某事项', '某事项', 'paper', 'post', now(), 'closed', 1,
      (one ->> 'receivedOn')::date, (one ->> 'receivedOn')::date, (one ->> 'dueOn')::date, 'shipped', false, (one ->> 'extended')::boolean, one ->> 'outcome', (one ->> 'concludedOn')::date, now()
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) one`.execute(tx)
}

/** Both units report together, as after a merger. */
async function filled(tx: Tx, year: (typeof years)[number]): Promise<ReadonlyMap<string, Counted>> {
  const form = formOf[year]
  const facts = await factsOfReports(tx, [{ id: 'both', countsUnits: [county.bureau, county.town] }], { form, year })
  const known = facts.get('both')
  if (!known) throw new Error('no facts')
  return countedCells(form, year, known)
}

class Undone extends Error {}
/** Nothing of it stays. */
async function tried<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  let value: Value | undefined
  await database
    .transaction(async (tx) => {
      value = await work(tx)
      throw new Undone()
    })
    .catch((cause: unknown) => {
      if (!(cause instanceof Undone)) throw cause
    })
  return value as Value
}

const figure = (cells: ReadonlyMap<string, Counted>, key: string): number => (typeof cells.get(key) === 'number' ? Number(cells.get(key)) : 0)
const inYear = (year: number) => (on: string): boolean => on.startsWith(String(year)) // prettier-ignore

describe('forms that are filled from what happened', () => {
  it('hold every sum, and count what came in and what was concluded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happened, { maxLength: 40 }), async (history) => {
        const forms = await tried(async (tx) => {
          await enter(tx, history)
          return Promise.all(years.map(async (year) => [year, await filled(tx, year)] as const))
        })
        for (const [year, cells] of forms) {
          const broken = formOf[year].sums.filter((sum) => brokenSum(sum, (key) => figure(cells, key), false))
          expect(broken.map(({ said }) => said)).toEqual([])
          const received = history.filter(({ receivedOn }) => inYear(year)(receivedOn)).length
          const concluded = history.filter(({ receivedOn, ended }) => ended && inYear(year)(addDays(day(receivedOn), ended.after))).length
          const keys = year === 2018 ? ['c1', 'c2'] : ['newReceived.total', 'totalProcessed.total']
          expect(keys.map((key) => figure(cells, key))).toEqual([received, concluded])
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it.each(outcomeNames.map((outcome) => ({ outcome })))('count $outcome in exactly one row', async ({ outcome }) => {
    for (const year of years) {
      const cells = await tried(async (tx) => {
        await enter(tx, [{ unit: 'bureau', kind: 'person', channel: 'counter', receivedOn: `${year}-03-03`, ended: { after: 5, outcome, late: false, extended: false } }]) // prettier-ignore
        return filled(tx, year)
      })
      const sums = new Set(formOf[year].sums.filter(({ relation, left }) => relation === 'equal' && left.length === 1).map(({ left }) => left[0]))
      const rows = [...cells]
        .filter(([key, count]) => count === 1 && !sums.has(key))
        .filter(([key]) =>
          year === 2018 ? sourceOf(formA, key).by === 'answers' : key.endsWith('.person') && !/^(newReceived|carried|totalProcessed)/.test(key),
        )
      const unanswered = year === 2018 && ['not-corrected', 'fee-unpaid', 'withdrawn'].includes(outcome)
      expect(rows, rows.map(([key]) => key).join()).toHaveLength(unanswered ? 0 : 1)
    }
  })
})
