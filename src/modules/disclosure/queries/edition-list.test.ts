// The list of editions at the hands of people whose reach differs: each way into it, page by page, and how far it is counted.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Role } from '../../access/law/permissions.ts'
import { smallCounty, type SmallCounty } from '../../organization/fixtures.ts'
import { editionList } from './edition-list.ts'
import { workbenchOf } from './workbench.ts'
import { day } from '../../../kernel/day.ts'

let database: FreshDatabase
let county: SmallCounty
let section = ''

/** So many editions of a unit, each published an hour before the one before it. */
async function lay(unitId: string, title: string, count: number, beside: { section?: string; handledBy?: string } = {}): Promise<void> {
  await sql`
    with laid as (
      insert into disclosure.document (unit_id, section_id, handled_by_id, created_by, created_at)
      select ${unitId}, ${beside.section ?? null}::uuid, ${beside.handledBy ?? null}::uuid, ${county.officer.actor.accountId}, now() from generate_series(1, ${count}::integer) returning id),
    numbered as (select id, row_number() over () as n from laid)
    insert into disclosure.edition (document_id, number, state, author_id, title, created_at, updated_at, updated_by, since, published_at)
    select id, 1, 'published', ${county.officer.actor.accountId}, ${title} || n, now(), at, ${county.officer.actor.accountId}, at, at
    from numbered cross join lateral (select timestamptz '2026-11-20 10:00+08' - n * interval '1 hour' as at) t`.execute(database.db)
}

const reaching = (role: Role, unitId: string, reach: readonly string[], sectionId: string | null = null): Actor => ({
  accountId: county.officer.actor.accountId,
  name: '某人',
  grants: [{ role, unitId, sectionId, reach, onBehalfOf: null }],
})

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  const { rows } = await sql<{ id: string }>`
    insert into organization.unit (kind, name, slug, position, parent_id, valid_from) values ('section', '办公室', 'office', 1, ${county.bureau}, '2020-01-01') returning id`.execute(
    database.db,
  )
  section = rows[0]?.id ?? ''
  await lay(county.bureau, '局', 30)
  await lay(county.bureau, '科', 3, { section })
  await lay(county.town, '镇', 5, { handledBy: county.bureau })
  await lay(county.government, '县', 2)
})
afterAll(() => database.close())

const titles = async (actor: Actor, more: Parameters<typeof editionList>[2] = {}, limit = 100, offset = 0) =>
  (await editionList(database.db, actor, more, { limit, offset })).rows.map(({ title }) => title)

describe('the list of editions', () => {
  it('is that of the unit, with what it handles for others, each once and the newest first', async () => {
    const bureau = reaching('information-officer', county.bureau, [county.bureau])
    const found = await titles(bureau)
    expect([found.length, new Set(found).size]).toEqual([38, 38])
    expect(new Set(found.map((title) => title[0]))).toEqual(new Set(['局', '科', '镇']))
    expect(new Set(found.slice(0, 3))).toEqual(new Set(['局1', '科1', '镇1']))
    expect(await titles(bureau, { sort: '-publishedAt', state: 'published' })).toHaveLength(38)
    expect(await titles(bureau, { q: '科' })).toHaveLength(3)
  })

  it('is cut into pages that join without a gap, in every order', async () => {
    const bureau = reaching('information-officer', county.bureau, [county.bureau])
    for (const sort of ['-updatedAt', 'updatedAt', '-publishedAt', 'publishedAt', 'title', '-unitName'] as const) {
      const whole = await titles(bureau, { sort })
      const pages = [await titles(bureau, { sort }, 15), await titles(bureau, { sort }, 15, 15), await titles(bureau, { sort }, 15, 30)]
      expect([sort, pages.flat()]).toEqual([sort, whole])
    }
  })

  it('is the same whether few units are gathered or all are walked through', async () => {
    const own = [county.bureau, county.town, county.government]
    const few = reaching('disclosure-office', county.government, own)
    const many = reaching('disclosure-office', county.government, [...own, ...Array.from({ length: 60 }, () => crypto.randomUUID())])
    expect(await titles(few)).toEqual(await titles(many))
    expect(await titles(few)).toHaveLength(40)
  })

  it('is counted to two thousand', async () => {
    const town = reaching('information-officer', county.town, [county.town])
    const page = { limit: 1, offset: 0 }
    expect(await editionList(database.db, town, {}, page)).toMatchObject({ total: 5, totalIsExact: true })
    await lay(county.town, '多', 2000)
    expect(await editionList(database.db, town, {}, page)).toMatchObject({ total: 2000, totalIsExact: false })
    expect(await editionList(database.db, town, { q: '多7' }, page)).toMatchObject({ total: 111, totalIsExact: true })
    expect(await editionList(database.db, reaching('inspector', county.government, [county.government]), {}, page)).toMatchObject({ totalIsExact: false })
    await sql`delete from disclosure.edition where title like '多%'`.execute(database.db)
  })

  it.each([
    ['防汛', ['关于防汛的通知', '防汛预案']],
    ['汛的', ['关于防汛的通知']],
    ['COVID', ['Covid-19 防控']],
    ['d-19 防', ['Covid-19 防控']],
    ['青政办发〔2026〕7', ['防汛预案']],
    ['汛', ['关于防汛的通知', '防汛预案']],
    ['防讯', []],
    ['%_', []],
  ])('finds “%s” in any part of a title or number', async (words, expected) => {
    const town = reaching('information-officer', county.town, [county.town])
    for (const title of ['关于防汛的通知', '防汛预案', 'Covid-19 防控']) await lay(county.town, title, 1)
    await sql`update disclosure.edition set document_number = '青政办发〔2026〕7号' where title = '防汛预案1'`.execute(database.db)
    const found = await titles(town, { q: words })
    await sql`delete from disclosure.edition where title like '%防%'`.execute(database.db)
    expect(new Set(found)).toEqual(new Set(expected.map((title) => `${title}1`)))
  })

  it('shows and counts a word that stands in more titles than are gathered', async () => {
    const town = reaching('information-officer', county.town, [county.town])
    const other = reaching('information-officer', county.bureau, [county.bureau])
    await lay(county.town, '常见', 5100)
    await lay(county.bureau, '常见', 3)
    const [many, few] = [
      await editionList(database.db, town, { q: '常见' }, { limit: 2, offset: 0 }),
      await editionList(database.db, other, { q: '常见' }, { limit: 2, offset: 0 }),
    ]
    await sql`delete from disclosure.edition where title like '常见%'`.execute(database.db)
    expect(many).toMatchObject({ total: 2000, totalIsExact: false, rows: [{ title: '常见1' }, { title: '常见2' }] })
    expect(few).toMatchObject({ total: 3, totalIsExact: true, rows: [{ title: '常见1' }, { title: '常见2' }] })
  })

  it('follows a document that goes to another unit', async () => {
    const town = reaching('information-officer', county.town, [county.town])
    await sql`update disclosure.document set unit_id = ${county.town} where id = (select document_id from disclosure.edition where title = '县2')`.execute(
      database.db,
    )
    expect(await titles(town)).toContain('县2')
  })

  it('begins the home page, with the number of the month', async () => {
    const bureau = reaching('information-officer', county.bureau, [county.bureau])
    const home = await workbenchOf(database.db, bureau, day('2026-11-20'))
    expect(home.counts.publishedThisMonth).toBe(38)
    expect(new Set(home.published.slice(0, 3).map(({ title }) => title))).toEqual(new Set(['局1', '科1', '镇1']))
    expect((await workbenchOf(database.db, bureau, day('2026-12-01'))).counts.publishedThisMonth).toBe(0)
  })
})
