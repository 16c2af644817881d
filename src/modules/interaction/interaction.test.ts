// An error that a citizen found: from the inbox to the people who answer, and their answer.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { Contract } from '../../kernel/contract.ts'
import { day } from '../../kernel/day.ts'
import type { Call } from '../../platform/http/routes.ts'
import { grantRole } from '../access/index.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { answerErrorReport } from './actions/answer-error-report.ts'
import { takeErrorReport } from './actions/take-error-report.ts'
import { interactionRoutes } from './http/office.ts'
import { errorReports } from './queries/error-reports.ts'
import { newErrorReport } from './rules/error-report.ts'

const at = new Date('2026-11-22T02:00:00Z')
const today = day('2026-11-22')
const body = { page: '/columns/zhengce', kind: 'outdated', description: '这个栏目两年没有更新了，请补充。', contact: '' }
const everything = { state: 'all', words: '', sort: 'newest', limit: 20, offset: 0 } as const

let database: FreshDatabase
let county: SmallCounty
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
  const officer = {
    accountId: county.officer.actor.accountId,
    role: 'disclosure-office',
    unitId: county.government,
    sectionId: null,
    validFrom: day('2026-01-01'),
    validUntil: null,
  } as const
  await database.transaction(async (tx) => must(await grantRole(tx, guard, officer)))
})
afterAll(() => database.close())

const noticesOf = async (accountId: string): Promise<string[]> =>
  (await sql<{ title: string }>`select title from notices.notice where account_id = ${accountId}`.execute(database.db)).rows.map((row) => row.title)

describe('the form', () => {
  it.each([
    { change: {}, codes: [] },
    { change: { page: '' }, codes: ['page-missing'] },
    { change: { kind: 'toString' }, codes: ['kind-unknown'] },
    { change: { description: '九个字还差一个呢' }, codes: ['description-too-short'] },
    { change: { page: 'x'.repeat(501), contact: 'x'.repeat(101) }, codes: ['too-long', 'too-long'] },
    { change: { page: '', kind: '', description: '' }, codes: ['page-missing', 'kind-unknown', 'description-too-short'] },
  ])('with $change is refused for $codes', ({ change, codes }) => {
    expect(codesOf(newErrorReport({ ...body, ...change }, at, today))).toEqual(codes)
  })

  it('gets a number of its day and id', () => {
    expect(must(newErrorReport(body, at, today, '1a2b3c4d-0000-4000-8000-000000000000')).number).toBe('JC20261122-1A2B3C4D')
  })
})

describe('a report in the inbox', () => {
  it('is kept once, and those who answer are told, nobody else', async () => {
    const row = { id: randomUUID(), body, receivedAt: at }
    await database.transaction(async (tx) => must(await takeErrorReport(tx, row, { at, today })))
    await database.transaction(async (tx) => must(await takeErrorReport(tx, row, { at, today })))

    const { rows, total } = await errorReports(database.db, everything)
    expect([total, rows[0]?.description, rows[0]?.answeredAt]).toEqual([1, body.description, null])
    expect(await noticesOf(county.officer.actor.accountId)).toEqual(['收到一条网站找错'])
    expect(await noticesOf(county.stranger.actor.accountId)).toEqual([])
  })

  it('that the portal never wrote is refused', async () => {
    const ruling = await database.transaction((tx) => takeErrorReport(tx, { id: randomUUID(), body: 'x', receivedAt: at }, { at, today }))
    expect(codesOf(ruling)).toContain('page-missing')
  })
})

describe('the answer', () => {
  it('is kept with who gave it, and takes the report off the open list', async () => {
    const [open] = (await errorReports(database.db, { ...everything, state: 'open' })).rows
    const answered = await database.transaction((tx) => answerErrorReport(tx, { id: open?.id ?? '', text: ' 已补充。 ', by: county.officer.actor, at }))
    expect(must(answered)).toMatchObject({ answer: '已补充。', answeredByName: '林知夏', answeredAt: at })
    expect((await errorReports(database.db, { ...everything, state: 'open' })).total).toBe(0)
    expect((await errorReports(database.db, { ...everything, state: 'answered', words: '两年' })).total).toBe(1)
  })

  it.each([
    { id: randomUUID(), text: '已补充。', code: 'not-found' },
    { id: randomUUID(), text: ' ', code: 'answer-empty' },
  ])('to nothing or with nothing is refused: $code', async ({ id, text, code }) => {
    expect(codesOf(await database.transaction((tx) => answerErrorReport(tx, { id, text, by: county.officer.actor, at })))).toEqual([code])
  })
})

describe('the routes', () => {
  const call = (path: string, unitId: string) =>
    database.transaction((tx) => {
      const route = interactionRoutes.find(({ contract }) => contract.path === path)
      const reach = { everywhere: false, unitIds: [unitId], sectionIds: [], askedUnitIds: [] }
      return route!.handle({ tx, reach, query: { state: 'all', q: '', sort: 'oldest', page: 1, size: 20 } } as unknown as Call<Contract>)
    })

  it('show what citizens wrote to who answers for the site, in the time of the office, and not to a bureau', async () => {
    const row = { id: randomUUID(), body: { ...body, contact: '0999-302' }, receivedAt: at }
    await database.transaction(async (tx) => must(await takeErrorReport(tx, row, { at, today })))
    expect(await call('/error-reports', county.bureau)).toMatchObject({ value: { rows: [], total: 0 } })
    expect(await call('/error-reports.csv', county.bureau)).not.toMatchObject({ value: { body: expect.stringContaining('0999-302') } })
    expect(await call('/error-reports.csv', county.government)).toMatchObject({ value: { body: expect.stringMatching(/,2026-11-22 10:00:00,.*0999-302/) } })
  })

  it('ask for the right to read or to answer', () => {
    expect(interactionRoutes.map(({ contract }) => `${contract.method} ${contract.path} ${contract.may}`)).toEqual([
      'GET /error-reports error-report.read',
      'GET /error-reports.csv error-report.read',
      'PUT /error-reports/:id/answer error-report.answer',
    ])
  })
})
