// An application on a real database: entered, carried to its end by the people of the bureau, counted in the table of its year.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { calendarOf } from '../../kernel/calendar.ts'
import { day, type Day } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { shippedYears } from '../../law/holidays.ts'
import { hashOfToken } from '../../platform/crypto/tokens.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { createAccount, grantRole, reachOf, type By } from '../access/index.ts'
import type { Role } from '../access/law/permissions.ts'
import { currentCalendar } from '../calendar/index.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { deleteDueIdentities } from './actions/delete-identities.ts'
import { lookAtIdentity } from './actions/look-at-identity.ts'
import { requestTerms } from './actions/recount.ts'
import { registerApplication, type NewRequest, type Registered } from './actions/register-application.ts'
import { alarmUnconfirmed, remindOfDue } from './actions/remind.ts'
import { takeStep, type Outcome } from './actions/take-step.ts'
import { outcomeOf } from './fixtures.ts'
import { sealedIdentity, stepsOf } from './queries/application.ts'
import { applications, tabCounts, type Question } from './queries/applications.ts'
import { yearlyTally } from './queries/yearly.ts'
import { wrongTallies } from './store/tally.ts'
import { formLineNames } from './law/yearly-form.ts'
import { applicantKindNames } from './law/applicants.ts'
import type { StepInput } from './rules/facts.ts'
import { unbalancedColumns, yearlyTable } from './rules/yearly-table.ts'
import { beforeEveryId } from '../../kernel/walk.ts'

const seal = sealUnder(Buffer.alloc(32, 7))
const identity = {
  name: '吴敏',
  document: '居民身份证',
  documentNumber: '110101199003078515',
  contactPerson: '',
  address: '河口镇幸福路1号',
  phone: '',
  email: '',
  agent: '',
}

let database: FreshDatabase
let county: SmallCounty
const people = new Map<string, string>()
let grantRoles: readonly [string, string, Role][]

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  grantRoles = [
    ['lin', '林知夏', 'information-officer'],
    ['he', '何若川', 'section-head'],
    ['bao', '包子琪', 'secrecy-reviewer'],
    ['fen', '冯远', 'leader-in-charge'],
  ]
  const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
  await database.transaction(async (tx) => {
    for (const [login, name, role] of grantRoles) {
      const { accountId } = must(await createAccount(tx, county.keeper, { login, name, password: 'Young-Willow-7' }))
      people.set(login, accountId)
      must(await grantRole(tx, guard, { accountId, role, unitId: county.bureau, sectionId: null, validFrom: day('2015-01-01'), validUntil: null }))
    }
  })
})
afterAll(() => database.close())

/** Somebody of the bureau on a day. */
function by(login: string, on: string): By {
  const [, name = '', role = 'inspector'] = grantRoles.find(([one]) => one === login) ?? []
  return { ...as(people.get(login) ?? '', name, grant(role, county.bureau)), at: new Date(`${on}T03:00:00Z`), today: day(on) }
}

const enter = (on: string, change: Partial<NewRequest> = {}, who = 'lin'): Promise<Ruling<Registered>> =>
  database.transaction((tx) =>
    registerApplication(tx, by(who, on), seal, {
      id: randomUUID(),
      unitId: county.bureau,
      channel: 'counter',
      arrivedOn: day(on),
      applicantKind: 'person',
      identity,
      subject: '2025年学区划分依据',
      description: '城关小学学区划分的文件和会议纪要',
      wishedForm: 'paper',
      delivery: 'post',
      needsHelp: false,
      ...change,
    }),
  )

async function step(
  id: string,
  login: string,
  name: Parameters<typeof takeStep>[2]['step'],
  on: string,
  input: Partial<StepInput> = {},
): Promise<Ruling<Outcome>> {
  return database.transaction(async (tx) =>
    takeStep(tx, by(login, on), { id, step: name, seen: (await stepsOf(tx, id)).length, input: { text: '', ...input } }),
  )
}

const rowOf = async (
  id: string,
): Promise<
  | { state: string; due_on: Day | null; awaited_until: Day | null; outcome: string | null; concluded_on: Day | null; extended: boolean; reminded: number }
  | undefined
> =>
  (
    await sql<{
      state: string
      due_on: Day
      awaited_until: Day
      outcome: string
      concluded_on: Day
      extended: boolean
      reminded: number
    }>`select * from requests.application where id = ${id}`.execute(database.db)
  ).rows[0]
const toldTo = async (login: string): Promise<string[]> =>
  (
    await sql<{ title: string }>`select title from notices.notice where account_id = ${people.get(login)} order by created_at, id`.execute(database.db)
  ).rows.map(({ title }) => title)

describe('an application', () => {
  it('handed over is received that day; its code is kept as a hash, and who asked is sealed', async () => {
    const { id, number, queryCode } = must(await enter('2025-03-03'))
    expect(number).toMatch(/^SQ2025-\d{6}$/)
    expect(queryCode).toMatch(/^[A-Z2-9]{10}$/)
    expect(await rowOf(id)).toMatchObject({ state: 'in-progress', due_on: '2025-03-31', outcome: null })
    const { rows } = await sql<{ hash: Buffer }>`select query_code_hash as hash from requests.application where id = ${id}`.execute(database.db)
    expect(rows[0]?.hash.equals(hashOfToken(queryCode ?? ''))).toBe(true)
    expect((await sealedIdentity(database.db, id))?.includes('110101199003078515')).toBe(false)
    expect(await toldTo('he')).toContain(`收到公开申请，请办理：${number}`)
  })

  it('sent twice is entered once', async () => {
    const id = randomUUID()
    const first = must(await enter('2025-03-03', { id }))
    expect(must(await enter('2025-03-03', { id }))).toEqual({ ...first, queryCode: null })
  })

  it('lacks nothing that the law asks for, and is told all that it lacks', async () => {
    const poor = { ...identity, name: ' ', documentNumber: '', address: '' }
    expect(codesOf(await enter('2025-03-03', { applicantKind: 'business', identity: poor, arrivedOn: day('2025-03-04') }))).toEqual([
      'applicant-name-missing',
      'document-missing',
      'contact-person-missing',
      'contact-missing',
      'day-ahead',
    ])
    expect(codesOf(await enter('2025-03-03', { unitId: randomUUID() }))).toEqual(['unit-unknown'])
    expect(codesOf(await enter('2025-03-03', {}, 'fen'))).toEqual(['not-yours-to-do'])
  })

  it('goes from the form through correction, third party and extension to a partial disclosure, served and filed', async () => {
    const { id, number } = must(await enter('2025-03-03', { channel: 'email' }))
    expect(await rowOf(id)).toMatchObject({ state: 'registered', due_on: null })
    must(await step(id, 'lin', 'confirm', '2025-03-04', { day: day('2025-03-04') }))
    expect(await rowOf(id)).toMatchObject({ state: 'in-progress', due_on: '2025-04-01' })
    must(await step(id, 'lin', 'ask-correction', '2025-03-10', { day: day('2025-03-10'), text: '请写明学年', until: day('2025-03-31') }))
    expect(await rowOf(id)).toMatchObject({ state: 'correction-asked', due_on: null, awaited_until: '2025-03-31' })
    must(await step(id, 'lin', 'receive-correction', '2025-03-17', { day: day('2025-03-17'), text: '2025学年' }))
    expect(await rowOf(id)).toMatchObject({ due_on: '2025-04-15', awaited_until: null })
    must(await step(id, 'lin', 'ask-third-party', '2025-03-20', { day: day('2025-03-20'), other: { name: '某测绘公司' } }))
    must(await step(id, 'lin', 'record-letter-receipt', '2025-03-24', { consultation: 1, day: day('2025-03-24') }))
    const answered = must(
      await step(id, 'lin', 'record-opinion', '2025-03-28', { consultation: 1, day: day('2025-03-28'), opinion: 'objected', text: '涉及商业秘密' }),
    )
    expect(answered.state).toBe('in-progress')
    expect(await rowOf(id)).toMatchObject({ due_on: '2025-04-23' })
    expect(codesOf(await step(id, 'lin', 'extend', '2025-04-14', { extension: { days: 10, consentBy: '周明' }, text: '量大' }))).toEqual(['not-yours-to-do'])
    must(await step(id, 'fen', 'extend', '2025-04-14', { extension: { days: 5, consentBy: '周明' }, text: '涉及多个学区' }))
    expect(await rowOf(id)).toMatchObject({ due_on: '2025-04-29', extended: true })
    const outcome = outcomeOf('partial')
    must(await step(id, 'lin', 'decide', '2025-04-16', { outcome }))
    must(await step(id, 'he', 'return-draft', '2025-04-16', { text: '理由再写清楚' }))
    must(await step(id, 'lin', 'decide', '2025-04-17', { outcome }))
    expect(await toldTo('he')).toContain(`请办理审核答复：${number}`)
    must(await step(id, 'he', 'approve-draft', '2025-04-18'))
    must(await step(id, 'bao', 'pass-secrecy', '2025-04-18'))
    must(await step(id, 'fen', 'sign', '2025-04-21'))
    must(await step(id, 'lin', 'seal', '2025-04-21', { number: '青教公复〔2025〕7号' }))
    must(await step(id, 'lin', 'serve', '2025-04-22', { day: day('2025-04-22'), service: { way: 'post', proof: 'XA12345678901', consent: false } }))
    expect(await rowOf(id)).toMatchObject({ state: 'served', outcome: 'partial', concluded_on: '2025-04-22', due_on: '2025-04-29' })
    must(await step(id, 'lin', 'close', '2025-04-25'))
    must(await step(id, 'lin', 'archive', '2025-05-12', { number: '2025-GK-7' }))
    const taken = await stepsOf(database.db, id)
    expect(taken.filter(({ step: name }) => name === 'end-consulting')).toHaveLength(1)
    expect(taken.at(-1)).toMatchObject({ from: 'closed', to: 'archived', byName: '林知夏', role: 'information-officer', article: 'ogi-2019/45' })
  })

  it('of 2018 goes by the Regulation of its day', async () => {
    const { id } = must(await enter('2018-03-05'))
    expect(await rowOf(id)).toMatchObject({ due_on: '2018-03-26' })
    expect(codesOf(await step(id, 'lin', 'ask-reasons', '2018-03-06', { day: day('2018-03-06'), until: day('2018-03-16'), text: '数量多' }))).toEqual([
      'not-in-this-law',
    ])
  })

  it('takes no step twice, nor upon what has changed meanwhile', async () => {
    const { id } = must(await enter('2025-03-03'))
    const once = () =>
      database.transaction((tx) => takeStep(tx, by('lin', '2025-03-04'), { id, step: 'decide', seen: 1, input: { text: '', outcome: outcomeOf('granted') } }))
    const both = await Promise.all([once(), once()])
    expect(both.map(({ ok }) => ok).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true])
    expect(both.flatMap(codesOf)).toEqual(['stale-request'])
    expect(await stepsOf(database.db, id)).toHaveLength(2)
  })

  it('does not exist for other units', async () => {
    const { id } = must(await enter('2025-03-03'))
    const away = { ...by('lin', '2025-03-04'), actor: county.stranger.actor }
    const ruling = await database.transaction((tx) => takeStep(tx, away, { id, step: 'decide', seen: 1, input: { text: '' } }))
    expect(codesOf(ruling)).toEqual(['not-found'])
    expect(codesOf(await database.transaction((tx) => lookAtIdentity(tx, away, seal, { id, reason: '好奇' })))).toEqual(['not-found'])
  })

  it('is handed to a section of its own unit alone', async () => {
    const { id } = must(await enter('2025-03-03'))
    expect(codesOf(await step(id, 'fen', 'assign', '2025-03-03', { assignee: { sectionId: county.town, accountId: null } }))).toEqual(['assignee-unknown'])
    must(await step(id, 'fen', 'assign', '2025-03-03', { assignee: { sectionId: county.office, accountId: people.get('he') ?? '' }, text: '请三日内提出意见' }))
    const { rows } = await sql`select section_id, handler_id from requests.application where id = ${id}`.execute(database.db)
    expect(rows).toEqual([{ section_id: county.office, handler_id: people.get('he') }])
  })
})

describe('who asked', () => {
  it('is opened for the handler alone, with a reason, and each look is kept', async () => {
    const { id } = must(await enter('2025-03-03'))
    const look = (login: string, reason: string) => database.transaction((tx) => lookAtIdentity(tx, by(login, '2025-03-04'), seal, { id, reason }))
    expect(codesOf(await look('fen', '看看'))).toEqual(['not-found'])
    expect(codesOf(await look('lin', ' '))).toEqual(['look-reason-missing'])
    expect(must(await look('lin', '邮寄答复'))).toEqual({ ...identity, proof: null })
    const { rows } = await sql`select account_name, reason from requests.identity_look where application_id = ${id}`.execute(database.db)
    expect(rows).toEqual([{ account_name: '林知夏', reason: '邮寄答复' }])
  })
})

describe('what is sealed about an applicant', () => {
  it('is deleted the day after the last remedy is out of time, not before, and not of an application that is not filed away', async () => {
    const answered = async (): Promise<string> => {
      const { id } = must(await enter('2025-03-03'))
      const spot = { outcome: { name: 'already-public' as const, facts: { route: '网站“学区”栏目' }, withheldUnder: [] }, service: { way: 'counter' as const, proof: '吴敏', consent: false } }
      must(await step(id, 'lin', 'answer-on-spot', '2025-03-10', { text: '', day: day('2025-03-10'), ...spot }))
      must(await step(id, 'lin', 'close', '2025-03-10', { text: '' }))
      return id
    }
    const [filed, open] = [await answered(), await answered()]
    must(await step(filed, 'lin', 'archive', '2025-03-11', { number: '2025-GK-9' }))
    const deleteOn = (on: string) => database.transaction((tx) => deleteDueIdentities(tx, day(on), beforeEveryId))
    await deleteOn('2025-09-10')
    expect(await sealedIdentity(database.db, filed)).toBeDefined()
    await deleteOn('2025-09-11')
    expect(await sealedIdentity(database.db, filed)).toBeUndefined()
    expect(await sealedIdentity(database.db, open)).toBeDefined()
    expect(await rowOf(filed)).toMatchObject({ identity_deleted_on: '2025-09-11' })
    expect(codesOf(await database.transaction((tx) => lookAtIdentity(tx, by('lin', '2025-09-12'), seal, { id: filed, reason: '核对' })))).toEqual(['not-found'])
  }) // prettier-ignore
})

describe('people are told', () => {
  it('the same day of what nobody has confirmed', async () => {
    const { id, number } = must(await enter('2025-06-03', { channel: 'fax' }))
    await database.transaction((tx) => alarmUnconfirmed(tx, day('2025-06-03'), new Date('2025-06-03T07:30:00Z')))
    expect(await toldTo('he')).toContain(`尚未与申请人确认，期限不能起算：${number}`)
    must(await step(id, 'lin', 'withdraw', '2025-06-03', { day: day('2025-06-03'), text: '电话撤回' }))
    expect(await rowOf(id)).toMatchObject({ state: 'closed', outcome: 'withdrawn', concluded_on: '2025-06-03' })
  })

  it('before the day, on it, and with the leader when it is late; each once', async () => {
    const { number } = must(await enter('2025-07-01'))
    const told = async (on: string): Promise<string[]> => {
      await database.transaction((tx) => remindOfDue(tx, day(on), new Date(`${on}T00:30:00Z`)))
      return [...(await toldTo('lin')), ...(await toldTo('fen')).map((title) => `fen ${title}`)].filter(
        (title) => title.endsWith(number) && title.includes('答复'),
      )
    }
    expect(await told('2025-07-22')).toEqual([])
    expect(await told('2025-07-24')).toEqual([`答复即将到期：${number}`])
    expect(await told('2025-07-25')).toHaveLength(1)
    expect(await told('2025-07-29')).toContain(`答复今天到期：${number}`)
    expect(await told('2025-07-30')).toContain(`fen 答复已逾期：${number}`)
  })
})

describe('lists and figures', () => {
  const all: Question = { tab: 'all', words: '', sort: 'newest' }
  const asker = (login: string, on: string) => ({ actor: by(login, on).actor, reach: reachOf(by(login, on).actor, 'request.read'), today: day(on) })
  const list = (login: string, on: string, ask: Partial<Question>) => applications(database.db, { ...all, ...ask }, asker(login, on), { limit: 100, offset: 0 })

  it('show to each what waits for them, what is late and what became late', async () => {
    const { id, number } = must(await enter('2025-09-01', { subject: '食堂招标结果' }))
    const found = { words: '食堂招标' }
    expect((await list('lin', '2025-09-02', { ...found, tab: 'mine' })).rows.map((row) => row.number)).toEqual([number])
    expect((await list('bao', '2025-09-02', { ...found, tab: 'mine' })).total).toBe(0)
    expect((await list('lin', '2025-09-24', { ...found, tab: 'soon' })).total).toBe(1)
    expect((await list('lin', '2025-09-28', { ...found, tab: 'late' })).total).toBe(0)
    expect((await list('lin', '2025-09-29', { ...found, tab: 'newly-late' })).total).toBe(1)
    expect((await list('lin', '2025-12-01', { ...found, tab: 'newly-late' })).total).toBe(0)
    expect((await tabCounts(database.db, asker('lin', '2025-09-29'))).late).toBeGreaterThanOrEqual(1)
    expect((await list('lin', '2025-09-02', { words: '100%_' })).total).toBe(0)
    must(await step(id, 'lin', 'decide', '2025-09-02', { outcome: outcomeOf('granted') }))
    expect((await list('he', '2025-09-02', { ...found, tab: 'mine' })).total).toBe(1)
  })

  it('are as long as the counts beside their names say, also of what is answered and not closed yet', async () => {
    const tabs = ['mine', 'soon', 'late', 'newly-late', 'unconfirmed', 'open'] as const
    const on = '2025-09-29'
    const { rows } = await sql<{ id: string; state: string }>`
      with one as (select id, state from requests.application where concluded_on is not null order by id limit 1)
      update requests.application set state = 'served', handler_id = null from one where application.id = one.id returning one.id, one.state`.execute(
      database.db,
    )
    expect(rows).toHaveLength(1)
    for (const login of ['lin', 'he', 'bao']) {
      const counts = await tabCounts(database.db, asker(login, on))
      for (const tab of tabs) expect([login, tab, counts[tab]]).toEqual([login, tab, (await list(login, on, { tab })).total])
    }
    await sql`update requests.application set state = ${rows[0]?.state} where id = ${rows[0]?.id}`.execute(database.db)
  })

  it('the table of each year balances, follows from the year before, and every figure opens to as many applications', async () => {
    const reach = reachOf(by('lin', '2025-12-31').actor, 'request.read')
    must(await enter('2024-12-30', { applicantKind: 'legal', identity: { ...identity, contactPerson: '钱律师' } }))
    const tables = new Map(
      await Promise.all(
        [2018, 2024, 2025].map(async (year) => [year, yearlyTable(await yearlyTally(database.db, reach, { year, unitId: undefined }))] as const),
      ),
    )
    for (const [year, table] of tables) {
      expect(unbalancedColumns(table)).toEqual([])
      for (const line of year === 2025 ? formLineNames : [])
        for (const kind of applicantKindNames) expect((await list('lin', '2025-12-31', { kind, cell: { year, line } })).total).toBe(table[line][kind])
    }
    expect(tables.get(2025)?.['carried-over'].all).toBe(tables.get(2024)?.['carried-forward'].all)
    expect([tables.get(2025)?.partial.person, tables.get(2025)?.other.person, tables.get(2018)?.['carried-forward'].person]).toEqual([1, 1, 1])
  })
})

describe('a changed holiday notice', () => {
  it('moves the days of open applications, and says so before', async () => {
    const { id } = must(await enter('2025-11-03'))
    expect(await rowOf(id)).toMatchObject({ due_on: '2025-12-01' })
    const moved = calendarOf(
      [...shippedYears.filter(({ year }) => year !== 2025), { year: 2025, notice: '试验', daysOff: [['假日', '11-10']], worked: [] }],
      'moved',
    )
    const effect = await requestTerms.effectOf(database.db, moved, 1000)
    expect(effect.rows).toContainEqual(expect.objectContaining({ unitName: '青岚县教育局', from: '2025-12-01', to: '2025-12-02' }))
    expect(effect.count).toBe(effect.rows.length)
    await database.transaction((tx) => requestTerms.apply(tx, moved))
    expect(await rowOf(id)).toMatchObject({ due_on: '2025-12-02' })
    await database.transaction(async (tx) => requestTerms.apply(tx, await currentCalendar(tx)))
    expect(await rowOf(id)).toMatchObject({ due_on: '2025-12-01' })
  })
})

it('leaves the sums of figures at what all of it came to', async () => expect(await wrongTallies(database.db)).toBe(0))
