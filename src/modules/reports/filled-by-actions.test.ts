// Property: applications and remedies that go through the actions themselves, whatever steps are taken and refused, fill forms that hold every sum and count each case once.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { addDays, day } from '../../kernel/day.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { must } from '../organization/fixtures.ts'
import { everything, outcomeOf } from '../requests/fixtures.ts'
import { enterRemedy, registerApplication, takeRemedyStep, takeStep } from '../requests/index.ts'
import { outcomeNames, type OutcomeName } from '../requests/law/outcomes.ts'
import type { RemedyKind, RemedyResult } from '../requests/law/remedy-cases.ts'
import type { StepName } from '../requests/law/steps.ts'
import { reportingCounty, type Person, type ReportingCounty } from './fixtures.ts'
import { formA } from './law/forms/form-a.ts'
import { formC } from './law/forms/form-c.ts'
import { factsOfReports } from './queries/year-facts.ts'
import { brokenSum } from './rules/check/sums.ts'
import { countedCells } from './rules/count-cells.ts'

const seal = sealUnder(Buffer.alloc(32, 7))
const identity = { name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '幸福路1号', phone: '', email: '', agent: '' } // prettier-ignore
let database: FreshDatabase
let county: ReportingCounty
beforeAll(async () => {
  database = await freshDatabase()
  county = await reportingCounty(database)
}, 60_000)
afterAll(() => database.close())

const step = fc.record({
  name: fc.constantFrom(
    'ask-correction',
    'receive-correction',
    'extend',
    'answer-on-spot',
    'answer-on-spot',
    'withdraw',
    'decide',
    'ask-third-party',
    'end-consulting',
  ),
  by: fc.constantFrom('writer', 'signer'),
  after: fc.integer({ min: 0, max: 25 }),
  outcome: fc.constantFrom(...outcomeNames),
} as const)
const happened = fc.record({
  from: fc.integer({ min: 0, max: 300 }),
  steps: fc.array(step, { maxLength: 5 }),
  remedy: fc.option(
    fc.record({
      kind: fc.constantFrom('complaint', 'reconsideration', 'lawsuit'),
      result: fc.option(fc.constantFrom('upheld', 'changed', 'withdrawn', 'dismissed')),
    } as const),
  ),
})

interface Course {
  readonly from: number
  readonly steps: readonly { readonly name: StepName; readonly by: Person; readonly after: number; readonly outcome: OutcomeName }[]
  readonly remedy: { readonly kind: RemedyKind; readonly result: RemedyResult | null } | null
}

/** What the forms of 2021 must come to, told from what the actions answered and not from the tables. */
const told = { received: 0, taken: 0, refused: 0, reconsideration: 0, lawsuit: 0, complaint: 0 }

/** Refusals are part of the course: what is not allowed changes nothing. */
async function go({ from, steps, remedy }: Course): Promise<void> {
  const id = randomUUID()
  let on = addDays(day('2021-01-04'), from)
  await database.transaction(async (tx) =>
    must(
      await registerApplication(tx, county.on('writer', on), seal, { id, unitId: county.bureau, channel: 'counter', arrivedOn: on, applicantKind: 'person', identity, subject: '学区划分依据', description: '城关小学学区划分的文件', wishedForm: 'paper', delivery: 'post', needsHelp: false }), // prettier-ignore
    ),
  )
  told.received += 1
  for (const { name, by, after, outcome } of steps) {
    on = addDays(on, after)
    const { rows } = await sql<{ steps: number }>`select steps from requests.application where id = ${id}`.execute(database.db)
    const input = { ...everything(on), outcome: outcomeOf(outcome), service: { way: 'counter', proof: '当场签收', consent: false } } as const
    const taken = await database.transaction((tx) => takeStep(tx, county.on(by, on), { id, step: name, seen: rows[0]?.steps ?? 0, input }))
    told[taken.ok ? 'taken' : 'refused'] += 1
  }
  if (!remedy) return
  const remedyId = randomUUID()
  const asked = { text: '撤销答复', day: on, body: '青岚县人民政府', number: '青政复〔2021〕8号' }
  const entered = await database.transaction((tx) => enterRemedy(tx, county.on('writer', on), { id, remedyId, kind: remedy.kind, input: asked }))
  if (entered.ok && on <= '2021-12-31') told[remedy.kind] += 1
  if (!entered.ok || remedy.result === null) return
  const name = remedy.kind === 'reconsideration' ? 'decide' : remedy.kind === 'lawsuit' ? 'judge' : 'settle'
  const input = { text: '写明', day: on, number: '决定1号', body: '某某中级人民法院', result: remedy.result }
  await database.transaction((tx) => takeRemedyStep(tx, county.on('writer', on), { id, remedyId, step: name, seen: 1, input }))
}

it('forms filled from what the actions did hold every sum, and count each application and each remedy once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happened, { minLength: 4, maxLength: 8 }), async (history) => {
      for (const course of history) await go(course)
      for (const form of [formA, formC]) {
        const facts = (await factsOfReports(database.db, [{ id: 'one', countsUnits: [county.bureau] }], { form, year: 2021 })).get('one')
        if (!facts) throw new Error('no facts')
        const cells = countedCells(form, 2021, facts)
        const figure = (key: string): number => (typeof cells.get(key) === 'number' ? Number(cells.get(key)) : 0)
        expect(form.sums.filter((sum) => brokenSum(sum, figure, false)).map(({ said }) => said)).toEqual([])
        const { received, reconsideration, lawsuit, complaint } = told
        if (form === formA) expect([figure('c1'), figure('d'), figure('e'), figure('f')]).toEqual([received, reconsideration, lawsuit, complaint])
        else
          expect([
            figure('newReceived.total'),
            figure('totalProcessed.total') + figure('carriedForward.total'),
            figure('reconsideration.total'),
            figure('lawsuitDirect.total') + figure('lawsuitAfter.total'),
          ]).toEqual([received, received, reconsideration, lawsuit])
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
  expect(Math.min(told.taken, told.refused, told.reconsideration + told.lawsuit)).toBeGreaterThan(2)
}, 120_000)
