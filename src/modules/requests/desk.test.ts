// One's own desk on a real database: views that are one's own and bounded, and a month of days due within reach.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { reachOf, type By } from '../access/index.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { dropView, keepView, renameView } from './actions/keep-view.ts'
import { registerApplication } from './actions/register-application.ts'
import { takeStep } from './actions/take-step.ts'
import { shipped } from './fixtures.ts'
import { stepsOf } from './queries/application.ts'
import { casesDue } from './queries/due-days.ts'
import { savedViewsOf } from './queries/saved-views.ts'
import { dueDaysOf, firstDueBeyond, spanOfMonth } from './rules/due-days.ts'

let database: FreshDatabase
let county: SmallCounty
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
})
afterAll(() => database.close())

const times = (on: string) => ({ at: new Date(`${on}T03:00:00Z`), today: day(on) })
const officer = (on = '2026-03-02'): By => ({ ...as(county.officer.actor.accountId, '林知夏', grant('information-officer', county.bureau)), ...times(on) })
const keeper = (): By => ({ ...as(county.keeper.actor.accountId, '公开办', grant('disclosure-office', county.government)), ...times('2026-03-02') })

const namesOf = async (by: By): Promise<string[]> => (await savedViewsOf(database.db, by.actor.accountId)).map(({ name }) => name)
const keep = (by: By, name: string, id = randomUUID()) => database.transaction((tx) => keepView(tx, by, { id, name, filters: { tab: 'late', q: name } }))

describe('a view of the list', () => {
  it('is kept once, opened with what was set, and seen by nobody else', async () => {
    const id = randomUUID()
    must(await keep(officer(), '逾期的', id))
    must(await keep(officer(), '逾期的', id))
    expect(await savedViewsOf(database.db, officer().actor.accountId)).toEqual([{ id, name: '逾期的', filters: { tab: 'late', q: '逾期的' } }])
    expect(await namesOf(keeper())).toEqual([])
    must(await keep(keeper(), '逾期的'))
  })

  it('has a name of its own, is renamed and deleted by its owner alone', async () => {
    const id = randomUUID()
    must(await keep(officer(), '未确认的', id))
    expect(codesOf(await keep(officer(), '未确认的'))).toEqual(['view-name-taken'])
    const renamed = (by: By, name: string) => database.transaction((tx) => renameView(tx, by, { id, name }))
    expect(codesOf(await renamed(officer(), '逾期的'))).toEqual(['view-name-taken'])
    expect(codesOf(await renamed(keeper(), '别人的'))).toEqual(['not-found'])
    must(await renamed(officer(), '当天未确认的'))
    expect(await namesOf(officer())).toEqual(['逾期的', '当天未确认的'])
    const dropped = (by: By) => database.transaction((tx) => dropView(tx, by, id))
    expect(codesOf(await dropped(keeper()))).toEqual(['not-found'])
    must(await dropped(officer()))
    expect(codesOf(await dropped(officer()))).toEqual(['not-found'])
    expect(await namesOf(officer())).toEqual(['逾期的'])
  })

  it('is one of twenty at most', async () => {
    for (let count = 2; count <= 20; count++) must(await keep(officer(), `视图${count}`))
    expect(codesOf(await keep(officer(), '第二十一个'))).toEqual(['views-full'])
    expect(await namesOf(officer())).toHaveLength(20)
  })
})

describe('the month of days due', () => {
  const seal = sealUnder(Buffer.alloc(32, 7))
  const enter = async (subject: string): Promise<string> => {
    const id = randomUUID()
    const identity = { name: '吴敏', document: '居民身份证', documentNumber: '1', contactPerson: '', address: '幸福路1号', phone: '', email: '', agent: '' }
    const asked = { id, unitId: county.bureau, channel: 'counter', arrivedOn: day('2026-03-02'), applicantKind: 'person', identity, subject, description: '学区划分的会议纪要', wishedForm: 'paper', delivery: 'post', needsHelp: false } as const
    must(await database.transaction((tx) => registerApplication(tx, officer(), seal, asked)))
    return id
  } // prettier-ignore

  const dueIn = async (month: string, { by = officer(), unitId = undefined as string | undefined, limit = 100 } = {}) => {
    const span = spanOfMonth(month)
    const asked = { reach: reachOf(by.actor, 'request.read'), unitId, ...span, beyond: firstDueBeyond(span, shipped) }
    const found = await casesDue(database.db, asked, limit)
    return found.flatMap((one) => dueDaysOf(one, span, by.today, shipped).map(({ on, kind }) => `${on} ${kind} ${one.subject}`))
  }

  beforeAll(async () => {
    await enter('学区划分')
    const asked = await enter('校车补贴')
    await database.transaction(async (tx) => {
      const input = { text: '请写明学年', day: day('2026-03-02'), until: day('2026-03-25') }
      must(await takeStep(tx, officer(), { id: asked, step: 'ask-correction', seen: (await stepsOf(tx, asked)).length, input }))
    })
    await sql`insert into requests.internal_term (unit_id, draft_days, review_days, send_days, set_by, set_by_name, set_at)
      values (${county.bureau}, 20, 3, 1, ${county.keeper.actor.accountId}, '公开办', now())`.execute(database.db)
  })

  it('shows the reply, what others owe, and the unit’s own day, in the month of each', async () => {
    expect(await dueIn('2026-03')).toEqual(['2026-03-25 correction 校车补贴', '2026-03-30 reply 学区划分', '2026-03-02 internal 学区划分'])
    expect(await dueIn('2026-02')).toEqual([])
    expect(await dueIn('2026-04')).toEqual([])
  })

  it('shows one unit where it is asked for, nothing beyond one’s reach, and no more than is asked for', async () => {
    expect(await dueIn('2026-03', { unitId: county.bureau })).toHaveLength(3)
    expect(await dueIn('2026-03', { unitId: county.government })).toEqual([])
    const stranger: By = { ...as(county.officer.actor.accountId, '外人', grant('information-officer', county.government)), ...times('2026-03-02') }
    expect(await dueIn('2026-03', { by: stranger })).toEqual([])
    expect(await dueIn('2026-03', { limit: 1 })).toHaveLength(1)
  })

  it('finds both by their indexes', async () => {
    const plan = async (where: string): Promise<string> =>
      database.db.transaction().execute(async (tx) => {
        await sql`set local enable_seqscan = off`.execute(tx)
        const { rows } = await sql<{
          'QUERY PLAN': string
        }>`explain select id from requests.application where concluded_on is null and ${sql.raw(where)}`.execute(tx)
        return rows.map((row) => row['QUERY PLAN']).join('\n')
      })
    expect(await plan("due_on >= '2026-03-01' and due_on < '2026-05-01' order by due_on, id limit 5")).toContain('application_open')
    expect(await plan("awaited_until between '2026-03-01' and '2026-03-31' order by awaited_until, id limit 5")).toContain('application_awaited')
  })
})
