// The same step over many applications, on a real database: foreseen by the rules that take it, each for itself, with a notice for each extension.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { type By } from '../access/index.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { registerApplication } from './actions/register-application.ts'
import { takeStep } from './actions/take-step.ts'
import { foreseeSteps, takeSteps } from './actions/take-steps.ts'
import type { StepName } from './law/steps.ts'
import { stepsOf } from './queries/application.ts'
import { lettersOf } from './queries/letters.ts'
import type { StepInput } from './rules/facts.ts'
import { factsOf } from './rules/fold.ts'
import { staff, type HandOn, type Staff } from './fixtures.ts'

const seal = sealUnder(Buffer.alloc(32, 7))
const people: Staff = { lin: ['林知夏', 'information-officer'], fen: ['冯远', 'leader-in-charge'] }
let database: FreshDatabase
let county: SmallCounty
let by: HandOn

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  by = await staff(database, county, people)
})
afterAll(() => database.close())

async function enter(on: string): Promise<string> {
  const id = randomUUID()
  const identity = { name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '幸福路1号', phone: '', email: '', agent: '' }
  must(
    await database.transaction((tx) =>
      registerApplication(tx, by('lin', on), seal, { id, unitId: county.bureau, channel: 'counter', arrivedOn: day(on), applicantKind: 'person', identity, subject: '学区划分依据', description: '学区划分的会议纪要', wishedForm: 'paper', delivery: 'post', needsHelp: false }),
    ),
  )
  return id
} // prettier-ignore

const step = (id: string, login: string, on: string, name: StepName, input: Partial<StepInput> = {}) =>
  database.transaction(async (tx) =>
    must(await takeStep(tx, by(login, on), { id, step: name, seen: (await stepsOf(tx, id)).length, input: { text: '写明的事由', ...input } })),
  )
const foresee = (login: string, on: string, name: StepName, ids: readonly string[], input: StepInput) =>
  database.transaction((tx) => foreseeSteps(tx, by(login, on), { step: name, ids, input }))
const take = (login: string, on: string, name: StepName, rows: readonly { id: string; seen: number }[], input: StepInput) =>
  database.transaction((tx) => takeSteps(tx, by(login, on), { step: name, rows, input }))
const factsNow = (id: string) => database.transaction(async (tx) => factsOf(await stepsOf(tx, id)))

const extension: StepInput = { text: '需要查阅历年档案', extension: { days: 20, consentBy: '周明' } }

describe('extensions in bulk', () => {
  it('are foreseen for each with the new day or every reason, and write nothing', async () => {
    const [fresh, extended, late] = [await enter('2026-03-02'), await enter('2026-03-02'), await enter('2026-02-02')]
    await step(extended, 'fen', '2026-03-03', 'extend', { extension: { days: 5, consentBy: '周明' } })
    const rows = must(await foresee('fen', '2026-03-25', 'extend', [fresh, extended, late], extension))
    const told = Object.fromEntries(rows.map(({ id, refusals, dueOn }) => [id, refusals.length > 0 ? refusals.map(({ code }) => code) : dueOn]))
    // 2 March + 40 working days: Qingming on 6 April and the five days of May are off, 9 May is worked
    expect(told).toEqual({ [fresh]: '2026-04-28', [extended]: ['extended-before'], [late]: ['term-over'] })
    expect((await factsNow(fresh)).extension).toBeNull()
    expect(must(await foresee('lin', '2026-03-25', 'extend', [fresh], extension))[0]?.refusals[0]?.code).toBe('not-yours-to-do')
  })

  it('are taken each for itself, with one numbered notice; what was handled meanwhile stays as it is', async () => {
    const [one, two, moved] = [await enter('2026-04-01'), await enter('2026-04-01'), await enter('2026-04-01')]
    await step(moved, 'lin', '2026-04-02', 'ask-correction', { day: day('2026-04-02'), until: day('2026-04-20') })
    const rows = must(await take('fen', '2026-04-03', 'extend', [{ id: one, seen: 1 }, { id: two, seen: 1 }, { id: moved, seen: 1 }], extension)) // prettier-ignore
    const told = new Map(rows.map((row) => [row.id, row]))
    expect(told.get(moved)).toMatchObject({ state: null, letter: null, refusals: [{ code: 'stale-request' }] })
    expect([told.get(one)?.state, told.get(two)?.state]).toEqual(['in-progress', 'in-progress'])
    expect(new Set([told.get(one)?.letter, told.get(two)?.letter]).size).toBe(2)
    const letters = await database.transaction((tx) => lettersOf(tx, one))
    expect(letters).toMatchObject([{ kind: 'extension-notice', number: told.get(one)?.letter, issuedByName: '冯远' }])
    expect(letters[0]?.body).toContain('需要查阅历年档案')
    expect((await factsNow(two)).extension).toEqual({ on: '2026-04-03', days: 20, consentBy: '周明' })
  })

  it('stand together with their notice: without the consent neither is there', async () => {
    const id = await enter('2026-04-01')
    const [row] = must(await take('fen', '2026-04-03', 'extend', [{ id, seen: 1 }], { text: '理由', extension: { days: 20, consentBy: ' ' } }))
    expect(row?.refusals.map(({ code }) => code)).toEqual(['consent-by-missing'])
    expect(await database.transaction((tx) => lettersOf(tx, id))).toEqual([])
  })
})

describe('closing and filing in bulk', () => {
  it('record one reason, give each a file number of its own, and do not exist for a stranger', async () => {
    const [one, two] = [await enter('2026-05-06'), await enter('2026-05-06')]
    const outcome = { name: 'granted', facts: { provided: '当场提供复印件' }, withheldUnder: [] } as const
    for (const id of [one, two])
      await step(id, 'lin', '2026-05-06', 'answer-on-spot', { outcome, service: { way: 'counter', proof: '吴敏签收', consent: false } })
    const both = (seen: number) => [one, two].map((id) => ({ id, seen }))
    expect(codesOf(await take('lin', '2026-05-07', 'close', both(2), { text: '' }))).toEqual(['words-missing'])
    expect(codesOf(await take('lin', '2026-05-07', 'decide', both(2), { text: '' }))).toEqual(['step-not-for-many'])
    expect(must(await take('lin', '2026-05-07', 'close', both(2), { text: '送达凭证已经收齐' })).map(({ state }) => state)).toEqual(['closed', 'closed'])
    must(await take('lin', '2026-05-07', 'archive', both(3), { text: '', number: '2026-YSQ' }))
    const filed = await database.transaction(async (tx) => [(await stepsOf(tx, one)).at(-1)?.input.number, (await stepsOf(tx, two)).at(-1)?.input.number])
    expect(filed.every((number) => /^2026-YSQ-SQ2026-\d{6}$/.test(number ?? ''))).toBe(true)
    expect(new Set(filed).size).toBe(2)
    const stranger: By = { ...by('lin', '2026-05-07'), ...as(by('lin', '2026-05-07').actor.accountId, '外人', grant('information-officer', county.government)) }
    expect(must(await database.transaction((tx) => takeSteps(tx, stranger, { step: 'close', rows: both(4), input: { text: '送达凭证' } })))).toEqual([])
  })
})
