// The monthly summary over a county of few sheets: each review in one column, once, in the month in which it was concluded.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allNo, county, layCounty, must, secrecy, units, type County, type Person } from '../../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../../test/database.ts'
import { totalsByUnit, totalsOf } from '../../rules/secrecy-summary.ts'
import { summaryCounts, summaryRows, type SummaryQuestion } from './secrecy-summary.ts'

let database: FreshDatabase
let town: County
const slice = { limit: 50, offset: 0 }

async function submitted(title: string): Promise<string> {
  const editionId = await town.draft({ title })
  must(await town.step('lin', 'submit', editionId))
  must(await town.step('he', 'approve-section', editionId))
  return editionId
}

beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  must(await town.step('bao', 'pass-secrecy', await submitted('甲：直接通过'), secrecy))
  const agreed = allNo.map((one) => (one.question === 'third-party' ? { ...one, answer: 'yes' as const, ground: 'third-party-agrees' as const } : one))
  must(await town.step('bao', 'pass-secrecy', await submitted('乙：经第三方同意'), { ...secrecy, review: agreed }))
  // sent back, submitted again, passed: two reviews
  const twice = await submitted('丙：退回后再审')
  must(await town.step('bao', 'return-from-secrecy', twice, { opinion: '请补充。' }))
  must(await town.step('lin', 'submit', twice))
  must(await town.step('he', 'approve-section', twice))
  must(await town.step('bao', 'pass-secrecy', twice, secrecy))
  // referred and answered in the same month: counted with its conclusion only
  const referral = { kind: 'secrecy-administration', addressee: '青岚县国家保密局', matter: '是否涉密' } as const
  const unsure = { review: [{ question: 'state-secret', answer: 'uncertain' }] as const, referral }
  const answered = await submitted('丁：报请后通过')
  must(await town.step('bao', 'refer', answered, unsure))
  const referralAnswer = {
    day: '2026-11-20',
    answeredBy: '保密局',
    document: '青保函〔2026〕3号',
    answers: [{ question: 'state-secret', answer: 'no' }] as const,
  }
  must(await town.step('bao', 'record-referral-answer', answered, { referralAnswer }))
  must(await town.step('bao', 'pass-secrecy', answered, secrecy))
  must(await town.step('bao', 'refer', await submitted('戊：报请中'), unsure))
  const urgent = await town.draft({ title: '己：紧急' })
  must(await town.step('lin', 'submit-urgent', urgent, { urgent: { reason: '山洪', orderedBy: '县长' } }))
  must(await town.step('bao', 'pass-secrecy', urgent, secrecy))
  // 16:30 of 31 October in UTC is half past midnight of 1 November at the office
  const early = await submitted('庚：月初零点半')
  must(await town.step('bao', 'pass-secrecy', early, secrecy, new Date('2026-10-31T16:30:00Z')))
  const late = await submitted('辛：上月最后一刻')
  must(await town.step('bao', 'pass-secrecy', late, secrecy, new Date('2026-10-31T15:59:59Z')))
})
afterAll(() => database.close())

const ask = async (question: Partial<SummaryQuestion> = {}, login: Person = 'bao') => {
  const { actor } = await town.by(login)
  const asked = { month: '2026-11', ...question }
  return { ...(await summaryRows(database.db, actor, asked, slice)), counts: await summaryCounts(database.db, actor, asked) }
}

describe('the summary of November', () => {
  it('has each review once, in the column of its conclusion, with article, route and day', async () => {
    const { rows } = await ask()
    expect(rows.map(({ title, column, route, articles, reviewedOn }) => `${title} ${column} ${route} ${articles.join()} ${reviewedOn}`).toSorted()).toEqual(
      [
        '甲：直接通过 may-disclose ordinary  2026-11-20',
        '乙：经第三方同意 may-disclose ordinary ogi-2019/15 2026-11-20',
        '丙：退回后再审 returned ordinary  2026-11-20',
        '丙：退回后再审 may-disclose ordinary  2026-11-20',
        '丁：报请后通过 may-disclose ordinary  2026-11-20',
        '戊：报请中 ask-above ordinary  2026-11-20',
        '己：紧急 may-disclose urgent  2026-11-20',
        '庚：月初零点半 may-disclose ordinary  2026-11-01',
      ].toSorted(),
    )
    expect(rows[0]).toMatchObject({ title: '庚：月初零点半', reviewerName: '包子琪' })
  })

  it('adds up: the total is the sum of the columns and the number of the rows', async () => {
    const { total, counts } = await ask()
    expect(totalsOf(counts)).toEqual({ total: 8, urgent: 1, columns: { 'may-disclose': 6, 'not-to-disclose': 0, 'ask-above': 1, returned: 1 } })
    expect(total).toBe(8)
    expect(totalsByUnit(counts).map(({ unitId, total: one }) => [unitId, one])).toEqual([[units.education, 8]])
    for (const column of ['may-disclose', 'ask-above', 'returned'] as const) expect((await ask({ column })).total).toBe(totalsOf(counts).columns[column])
  })

  it('leaves the last second of October to October', async () => {
    expect((await ask({ month: '2026-10' })).rows.map(({ title }) => title)).toEqual(['辛：上月最后一刻'])
  })

  it('is narrowed by words, route and unit, and shows nobody more than they may read', async () => {
    expect((await ask({ q: '紧急' })).rows.map(({ title }) => title)).toEqual(['己：紧急'])
    expect((await ask({ route: 'urgent' })).total).toBe(1)
    expect((await ask({ unitId: units.finance })).total).toBe(0)
    expect((await ask({}, 'cai')).total).toBe(0)
    expect((await ask({}, 'cai')).counts).toEqual([])
    expect((await ask({}, 'gong')).total).toBe(8)
  })

  it('finds its rows by the index of concluded reviews', async () => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select 1 from disclosure.step_taken taken
      where taken.step in ('pass-secrecy', 'ask-confirmation', 'refer', 'return-from-secrecy', 'return-from-referred') and taken.at >= '2031-01-01'`.execute(
      database.db,
    )
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('step_taken_reviewed')
  })
})
