// The town is built through the actions of every day: what it must hold, so that every demo account finds something to do.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoAccounts } from '../../demo/qinglan/accounts.ts'
import { outcomeRows, type OutcomeName } from '../../src/modules/requests/law/outcomes.ts'
import { remedyResultRows, type RemedyResult } from '../../src/modules/requests/law/remedy-cases.ts'
import { stateNames } from '../../src/modules/requests/law/states.ts'
import { formRows } from '../../src/modules/requests/law/yearly-form.ts'
import { townStands } from './browser.ts'
import { ownerUrlOf } from './product.ts'

let client: pg.Client
let told: string

/** Everything is read as it stood when the town was built, whatever the other journeys do to it meanwhile. */
beforeAll(async () => {
  const { town, snapshot, ...built } = await townStands()
  told = built.told
  client = new pg.Client({ connectionString: await ownerUrlOf(town.folder) })
  await client.connect()
  await client.query('begin isolation level repeatable read read only')
  if (snapshot !== '') await client.query(`set transaction snapshot '${snapshot}'`)
})
afterAll(() => client.end())

async function rowsOf<Row extends object>(query: string, given: readonly unknown[] = []): Promise<Row[]> {
  const { rows } = await client.query<Row>(query, [...given])
  return rows
}
const one = async <Value>(query: string, given: readonly unknown[] = []): Promise<Value> => (await rowsOf<{ value: Value }>(query, given))[0]!.value
const today = `(now() at time zone 'Asia/Shanghai')::date`

describe('青岚县', () => {
  test('has its documents, all published before now and on working days', async () => {
    expect(await one<number>(`select count(*)::int as value from publication.document`)).toBeGreaterThan(300)
    expect(await one<number>(`select count(*)::int as value from publication.register_entry where at >= now()`)).toBe(0)
    expect(
      await one<number>(`select count(*)::int as value from publication.document where extract(isodow from published_at at time zone 'Asia/Shanghai') > 5`),
    ).toBe(0)
    expect(
      await one<number>(
        `select count(*)::int as value from publication.document where not historic and drafted_on > (published_at at time zone 'Asia/Shanghai')::date`,
      ),
    ).toBe(0)
  })

  test('goes through the register in the order of time', async () => {
    const turned = `
      select count(*)::int as value from (select at, lag(at) over (order by id) as before from publication.register_entry) as entry where at < before`
    expect(await one<number>(turned)).toBe(0)
  })

  test('has units, people and old pages as told', async () => {
    expect(await one<number>(`select count(*)::int as value from organization.unit where kind = 'department' and valid_until is null`)).toBe(12)
    expect(await one<number>(`select count(*)::int as value from publication.document where historic`)).toBe(10)
    expect(await one<number>(`select count(*)::int as value from access.account`)).toBeGreaterThan(40)
  })

  test('has followed up its results, once to the end and once still open', async () => {
    expect(await one<number>(`select count(*)::int as value from publication.survey where answers = 37 and counts is not null`)).toBe(1)
    expect(await one<number>(`select count(*)::int as value from publication.survey where answers is null and closes_on >= now()`)).toBe(1)
  })

  test('waits in every state of the workflow', async () => {
    const rows = await rowsOf<{ state: string }>(`select distinct state from disclosure.edition`)
    expect(rows.map((row) => row.state)).toEqual(
      expect.arrayContaining([
        'draft',
        'section-review',
        'returned',
        'secrecy-review',
        'confirming',
        'signing',
        'signing-important',
        'signed',
        'published',
        'superseded',
        'withdrawn',
      ]),
    )
    expect(await one<number>(`select count(*)::int as value from disclosure.edition where scheduled_for > now()`)).toBe(1)
  })

  test('shows revised, repealed and expired documents with what replaced them', async () => {
    const rows = await rowsOf<{ validity: string }>(`select distinct validity from publication.document`)
    expect(rows.map((row) => row.validity).toSorted()).toEqual(['amended', 'expired', 'repealed', 'valid'])
    expect(await one<number>(`select count(*)::int as value from publication.document where replaced_by is not null`)).toBe(1)
    expect(await one<number>(`select count(*)::int as value from publication.tombstone`)).toBeGreaterThan(0)
  })

  test('showed some of its documents elsewhere, too, and counts each of them once', async () => {
    expect(await one<number>(`select count(distinct piece_id)::int as value from channels.entry`)).toBeGreaterThan(80)
    expect(await one<number>(`select count(*)::int as value from channels.entry where shown_on > ${today}`)).toBe(0)
    expect(await one<number>(`select count(*)::int as value from channels.likeness where answer is null`)).toBeGreaterThan(0)
  })

  test('proves what hung on its boards, brought it to archive and library, and gathers it in a bulletin', async () => {
    expect(await one<number>(`select count(*)::int as value from channels.evidence`)).toBeGreaterThan(10)
    expect(await one<number>(`select count(*)::int as value from channels.delivery`)).toBe(3)
    expect(await one<number>(`select cardinality(document_ids) as value from channels.bulletin`)).toBeGreaterThan(3)
  })

  test('fills one column with last month’s text and has one title without content, as the map of the catalogue shows', async () => {
    expect(await one<number>(`select count(*)::int as value from catalogue.beat where padded`)).toBe(1)
    expect(await one<number>(`select count(*)::int as value from catalogue.beat where bare`)).toBe(1)
  })

  test('keeps back three texts with their articles, of which one is late for re-examination', async () => {
    const owed = `select (due_on < ${today})::text as due from catalogue.duty where cause = 're-examination' order by due_on`
    expect((await rowsOf<{ due: string }>(owed)).map((row) => row.due)).toEqual(['true', 'false', 'false'])
    expect(await one<number>(`select count(*)::int as value from publication.document where title like '%应急联络安排'`)).toBe(0)
  })

  test('waits for a joint confirmation that went up to the disclosure office', async () => {
    const rows = await rowsOf<{ level: string }>(`select level from disclosure.chase order by at, level`)
    expect(rows.map((row) => row.level)).toEqual(expect.arrayContaining(['reminder', 'unit-leader', 'disclosure-office']))
  })

  test('answered four hundred applications since 2018 in every way that a yearly table counts, and stands in every state', async () => {
    expect(await one<number>(`select count(*)::int as value from requests.application`)).toBeGreaterThanOrEqual(400)
    const outcomes = await rowsOf<{ outcome: OutcomeName }>(`select distinct outcome from requests.application where outcome is not null`)
    const rows = new Set(outcomes.map(({ outcome }) => outcomeRows[outcome].row))
    expect(Object.keys(formRows).filter((row) => !rows.has(row as keyof typeof formRows))).toEqual([])
    const states = await rowsOf<{ state: string }>(`select distinct state from requests.application`)
    expect(stateNames.filter((name) => name !== 'start' && !states.some(({ state }) => state === name))).toEqual([])
    const years = `select count(distinct extract(year from received_on))::int as value from requests.application`
    expect(await one<number>(years)).toBe(9)
  })

  test('turned three answers into public documents, has one in draft whose entry the catalogue waits for, and declined one', async () => {
    const states = `select array_agg(state order by state) as value from requests.proposal`
    expect(await one<string[]>(states)).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'declined'])
    expect(await one<number>(`select count(*)::int as value from publication.document where from_application`)).toBe(3)
    expect(await one<string>(`select wished_name as value from requests.proposal where wished_name <> ''`)).toBe('校车服务采购合同')
  })

  test('was complained of, reconsidered and sued some thirty times, with every result that a yearly table counts and in nearly every state', async () => {
    expect(await one<number>(`select count(*)::int as value from requests.remedy`)).toBeGreaterThanOrEqual(28)
    const rows = await rowsOf<{ kind: string; state: string; result: RemedyResult | null; after: boolean }>(`
      select distinct kind, state, result, after_reconsideration as after from requests.remedy`)
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['complaint', 'reconsideration', 'lawsuit']))
    expect(rows.map(({ state }) => state)).toEqual(expect.arrayContaining(['received', 'answered', 'decided', 'closed']))
    expect(new Set(rows.map(({ result }) => result && remedyResultRows[result].column))).toEqual(new Set([null, 'upheld', 'corrected', 'other']))
    expect(new Set(rows.filter(({ kind }) => kind === 'lawsuit').map(({ after }) => after))).toEqual(new Set([true, false]))
  })

  test('lets in every account that it names', async () => {
    for (const { login, name } of demoAccounts)
      expect(await one<string>(`select name as value from access.account where login = $1 and not must_change_password`, [login])).toBe(name)
  })

  test('says how far it is', ({ skip }) => {
    skip(told === '', 'the town stood before')
    expect(told).toContain('机构、人员和栏目')
    expect(told).toMatch(/文件：\d+\/\d+/)
  })
})
