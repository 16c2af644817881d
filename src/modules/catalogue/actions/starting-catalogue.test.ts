// The catalogue that an office begins with, on a real database: put in once, answered for by the right units, its sections chosen by their leaders.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../../organization/fixtures.ts'
import { putStandardColumns } from '../../publication/index.ts'
import { startingEntries } from '../law/starting-entries.ts'
import { answeringUnits, knownEntries } from '../queries/entries.ts'
import { chooseSection } from './choose-section.ts'
import { addEntries } from './keep-entries.ts'
import { putStartingCatalogue } from './starting-catalogue.ts'

let database: FreshDatabase
let county: SmallCounty
const keeper = () =>
  as(county.officer.actor.accountId, '林知夏', grant('disclosure-office', county.government, [county.government, county.bureau, county.town]))
const begins = day('2026-01-04')

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  await database.transaction((tx) => putStandardColumns(tx, new Date('2026-01-01T02:00:00Z')))
})
afterAll(() => database.close())

const unitsOf = async (item2: string): Promise<string[]> => {
  const found = (await knownEntries(database.db, 'government')).find((entry) => entry.item2 === item2)
  return (await answeringUnits(database.db, found?.entryId ?? '')).map((unit) => unit.unitName)
}

describe('the starting catalogue', () => {
  it('is put in once, however often it is asked for', async () => {
    const made = await database.transaction(async (tx) => must(await putStartingCatalogue(tx, keeper(), begins)))
    expect(made).toHaveLength(startingEntries.length)
    expect(await database.transaction(async (tx) => must(await putStartingCatalogue(tx, keeper(), begins)))).toEqual([])
  })

  it('is answered for by whom the law and the words name', async () => {
    expect(await unitsOf('财政预决算')).toEqual(['青岚县人民政府', '青岚县教育局', '河口镇人民政府'])
    expect(await unitsOf('学区划分和招生计划')).toEqual(['青岚县教育局'])
    expect(await unitsOf('筹资筹劳')).toEqual(['河口镇人民政府'])
    expect(await unitsOf('规划信息')).toEqual(['青岚县人民政府'])
  })

  it('stands in columns of the site, every one of them', async () => {
    const { rows } = await sql`select item2 from catalogue.entry_version where column_ids = '{}'`.execute(database.db)
    expect(rows).toEqual([])
  })

  it('is put in by its keeper alone', async () => {
    expect(codesOf(await database.transaction((tx) => putStartingCatalogue(tx, county.stranger, begins)))).toEqual(['not-allowed'])
    expect(codesOf(await database.transaction((tx) => addEntries(tx, county.officer, { contents: [], begins, note: '' })))).toEqual(['not-allowed'])
  })
})

describe('the section that answers', () => {
  it('is one of the unit itself, and chosen by its leader', async () => {
    const entry = (await knownEntries(database.db, 'government')).find((one) => one.item2 === '学区划分和招生计划')
    const [held] = await answeringUnits(database.db, entry?.entryId ?? '')
    const leader = as(county.officer.actor.accountId, '陈可为', grant('leader-in-charge', county.bureau))
    const choose = (by: typeof leader, section: string | null) => database.transaction((tx) => chooseSection(tx, by, held?.responsibilityId ?? '', section))
    expect(codesOf(await choose(county.officer, county.office))).toEqual(['not-allowed'])
    expect(codesOf(await choose(county.stranger, county.office))).toEqual(['not-found'])
    expect(codesOf(await choose(leader, county.town))).toEqual(['section-of-other-unit'])
    must(await choose(leader, county.office))
    expect((await answeringUnits(database.db, entry?.entryId ?? ''))[0]?.sectionName).toBe('办公室')
  })
})
