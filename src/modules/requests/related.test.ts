// Applications handled as one and parted into several, on a real database: each keeps its own number, course and answer.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day, type Day } from '../../kernel/day.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { reachOf } from '../access/index.ts'
import { codesOf, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { lookAtIdentity } from './actions/look-at-identity.ts'
import { registerApplication, type NewRequest } from './actions/register-application.ts'
import { splitApplication } from './actions/split-application.ts'
import { takeStep } from './actions/take-step.ts'
import type { StepName } from './law/steps.ts'
import { stepsOf } from './queries/application.ts'
import { relatedTo } from './queries/related.ts'
import type { StepInput } from './rules/facts.ts'
import { notesOf } from './rules/notes.ts'
import { staff, type HandOn, type Staff } from './fixtures.ts'

const seal = sealUnder(Buffer.alloc(32, 7))
const people: Staff = { lin: ['林知夏', 'information-officer'], he: ['何若川', 'section-head'] }
let database: FreshDatabase
let county: SmallCounty
let by: HandOn

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  by = await staff(database, county, people)
})
afterAll(() => database.close())

const identity = { name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '幸福路1号', phone: '', email: '', agent: '' } // prettier-ignore

async function enter(on: string, channel: NewRequest['channel'] = 'counter'): Promise<{ id: string; number: string }> {
  const id = randomUUID()
  const asked: NewRequest = { id, unitId: county.bureau, channel, arrivedOn: day(on), applicantKind: 'person', identity, subject: '学区划分依据和校车补贴', description: '一、学区划分的会议纪要；二、校车补贴的标准', wishedForm: 'paper', delivery: 'email', needsHelp: true } // prettier-ignore
  return { id, number: must(await database.transaction((tx) => registerApplication(tx, by('lin', on), seal, asked))).number }
}

const step = (id: string, on: string, name: StepName, input: Partial<StepInput> = {}) =>
  database.transaction(async (tx) =>
    takeStep(tx, by('lin', on), { id, step: name, seen: (await stepsOf(tx, id)).length, input: { text: '写明的事由', ...input } }),
  )
const related = (id: string) =>
  database.transaction(async (tx) =>
    (await relatedTo(tx, reachOf(by('lin', '2026-03-03').actor, 'request.read'), id)).map(({ number, relation }) => [number, relation]),
  )
const split = (id: string, on: string, parts: readonly string[], login = 'lin') =>
  database.transaction(async (tx) => {
    const taken = parts.map((subject) => ({ id: randomUUID(), subject, description: `${subject}的文件` }))
    return splitApplication(tx, by(login, on), seal, { id, seen: (await stepsOf(tx, id)).length, text: '两件互不相干的事项，本件保留第一项', parts: taken })
  })

describe('applications that are handled as one', () => {
  it('stand around one of their unit, seen from each, and each keeps its own course', async () => {
    const [lead, second, third] = [await enter('2026-03-02'), await enter('2026-03-03'), await enter('2026-03-03')]
    must(await step(second.id, '2026-03-03', 'join', { lead: lead.number }))
    must(await step(third.id, '2026-03-03', 'join', { lead: lead.number }))
    expect(await related(lead.id)).toEqual([
      [second.number, 'joined'],
      [third.number, 'joined'],
    ])
    expect(await related(third.id)).toEqual([
      [lead.number, 'lead'],
      [second.number, 'joined'],
    ])
    const { rows } = await sql<{ due: Day; state: string }>`select due_on as due, state from requests.application where id = ${second.id}`.execute(database.db)
    expect(rows).toEqual([{ due: '2026-03-31', state: 'in-progress' }])
    must(await step(third.id, '2026-03-04', 'unjoin'))
    expect(await related(lead.id)).toEqual([[second.number, 'joined']])
  })

  it('are refused around themselves, another unit, one that is joined itself, or from the middle', async () => {
    const [lead, second, third] = [await enter('2026-03-02'), await enter('2026-03-03'), await enter('2026-03-03')]
    expect(codesOf(await step(lead.id, '2026-03-03', 'join', { lead: lead.number }))).toEqual(['lead-unknown'])
    expect(codesOf(await step(lead.id, '2026-03-03', 'join', { lead: 'SQ2019-999999' }))).toEqual(['lead-unknown'])
    must(await step(second.id, '2026-03-03', 'join', { lead: lead.number }))
    expect(codesOf(await step(third.id, '2026-03-03', 'join', { lead: second.number }))).toEqual(['lead-joined'])
    expect(codesOf(await step(lead.id, '2026-03-03', 'join', { lead: third.number }))).toEqual(['lead-of-others'])
  })
})

describe('an application that is parted', () => {
  it('stays open, and each part has a number and code of its own, the same applicant and the same day of receipt', async () => {
    const origin = await enter('2026-03-02', 'fax')
    must(await step(origin.id, '2026-03-04', 'confirm', { day: day('2026-03-04') }))
    const parts = must(await split(origin.id, '2026-03-06', ['校车补贴标准', '校车线路']))
    expect(new Set([origin.number, ...parts.map(({ number }) => number)]).size).toBe(3)
    expect(new Set(parts.map(({ queryCode }) => queryCode)).size).toBe(2)
    const { rows } = await sql<{ received: Day; due: Day; state: string; arrived: Day; delivery: string; help: boolean }>`
      select received_on as received, due_on as due, state, arrived_on as arrived, delivery, needs_help as help from requests.application
      where id = ${origin.id} or split_from = ${origin.id}`.execute(database.db)
    // 4 March + 20 working days
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
      new Set([JSON.stringify({ received: '2026-03-04', due: '2026-04-01', state: 'in-progress', arrived: '2026-03-02', delivery: 'email', help: true })]),
    )
    expect(rows).toHaveLength(3)
    expect(await related(origin.id)).toEqual(parts.map(({ number }) => [number, 'part']))
    expect(await related(parts[0]?.id ?? '')).toEqual([[origin.number, 'origin'], [parts[1]?.number, 'part']]) // prettier-ignore
    const told = await database.transaction(async (tx) => ({ origin: (await stepsOf(tx, origin.id)).at(-1), part: (await stepsOf(tx, parts[0]?.id ?? ''))[0] }))
    expect(told.origin && notesOf(told.origin)).toEqual([`分出：${parts.map(({ number }) => number).join('、')}`])
    expect(told.part && notesOf(told.part)).toEqual([`由${origin.number}分出`])
    const opened = await database.transaction((tx) => lookAtIdentity(tx, by('lin', '2026-03-06'), seal, { id: parts[1]?.id ?? '', reason: '核对' }))
    expect(must(opened)).toMatchObject(identity)
  })

  it('is refused once something was asked of anybody, and to whoever may not register; nothing is entered then', async () => {
    const origin = await enter('2026-03-02')
    const count = async (): Promise<unknown> =>
      (await sql`select count(*) as n from requests.application where split_from = ${origin.id}`.execute(database.db)).rows[0]
    await expect(database.transaction(async (tx) => {
      const ruling = await splitApplication(tx, by('he', '2026-03-03'), seal, { id: origin.id, seen: 1, text: '两件事项', parts: [{ id: randomUUID(), subject: '校车', description: '校车补贴' }] })
      throw new Error(codesOf(ruling).join())
    })).rejects.toThrow('not-yours-to-do') // prettier-ignore
    must(await step(origin.id, '2026-03-03', 'ask-third-party', { day: day('2026-03-03'), other: { name: '某公司' } }))
    await expect(database.transaction(async (tx) => {
      const ruling = await splitApplication(tx, by('lin', '2026-03-03'), seal, { id: origin.id, seen: 2, text: '两件事项', parts: [{ id: randomUUID(), subject: '校车', description: '校车补贴' }] })
      throw new Error(codesOf(ruling).join())
    })).rejects.toThrow('wrong-state,split-too-late') // prettier-ignore
    expect(await count()).toEqual({ n: 0 })
  })
})
